"""Where arms, legs and head are in each pose: numbers only, in pixels of zoom 1."""

from typing import NamedTuple, TypeAlias

from game.sim.house.furniture import Facing, Pose

Limb: TypeAlias = tuple[float, float, float, float]
"""Elbow x, y and hand x, y from the shoulder. Seen from the front, +x is outwards; from the side, +x is forwards."""
Arms: TypeAlias = tuple[Limb, Limb]
"""From the front: his right arm, his left arm. From the side: the far arm, the near arm."""


class Rig(NamedTuple):
    """A posture as it is drawn."""

    front: Arms
    side: Arms
    step: float = 0.0
    """-1..1: which leg is ahead."""
    bob: float = 0.0
    """How far the body is lifted."""
    nod: float = 0.0
    """How far the head is lowered."""
    seated: bool = False
    behind: bool = False
    """Hands are on the back: drawn behind the body from the front, before it from behind."""
    prop: str = ""


HANG: Limb = (0.9, 4.6, 0.7, 9.0)
HANG_SIDE: Limb = (-0.7, 4.6, 0.5, 9.0)
REST: Limb = (1.0, 4.2, -2.2, 7.0)
REST_SIDE: Limb = (0.4, 4.6, 4.6, 6.2)

FRAMES: dict[Pose, int] = {
    Pose.WALK: 4,
    Pose.TRAIN: 4,
    Pose.EAT: 2,
    Pose.WORK: 2,
    Pose.TALK: 2,
    Pose.WASH: 2,
    Pose.FIGHT: 2,
}
"""Pictures of a pose; 1 for the others."""

ALWAYS_SEATED = (Pose.SIT, Pose.EAT, Pose.READ)


def frames_of(pose: Pose) -> int:
    """How many pictures a pose has."""
    return FRAMES.get(pose, 1)


def _walk(frame: int) -> Rig:
    swing = (0.0, 1.0, 0.0, -1.0)[frame % 4]
    right: Limb = (0.9, 4.4, 0.4, 8.8 - swing * 1.3)
    left: Limb = (0.9, 4.4, 0.4, 8.8 + swing * 1.3)
    far: Limb = (swing * 1.9, 4.4, swing * 4.4, 8.2)
    near: Limb = (-swing * 1.9, 4.4, -swing * 4.4, 8.2)
    return Rig((right, left), (far, near), step=swing, bob=0.9 * abs(swing))


def _eat(frame: int) -> Rig:
    if frame % 2:
        return Rig((REST, (1.8, 3.0, -3.6, -1.6)), (REST_SIDE, (3.2, 3.4, 5.8, -2.4)), nod=0.5, prop="spoon")
    return Rig((REST, (1.2, 4.0, -1.8, 6.2)), (REST_SIDE, (1.4, 4.4, 6.0, 5.4)), nod=1.1, prop="spoon")


def _work(frame: int) -> Rig:
    dip = 1.4 if frame % 2 else 0.0
    front: Arms = ((1.5, 3.8, -1.6, 6.0 + dip), (1.5, 3.8, -1.6, 7.4 - dip))
    return Rig(front, ((1.6, 4.0, 6.4, 4.6 + dip), (1.2, 4.4, 6.0, 6.0 - dip)), nod=0.9)


def _talk(frame: int) -> Rig:
    if frame % 2:
        return Rig((HANG, (2.2, 3.2, 3.4, -1.0)), (HANG_SIDE, (2.4, 3.6, 6.2, 0.6)))
    return Rig((HANG, (2.0, 3.6, 3.6, 2.4)), (HANG_SIDE, (1.6, 4.2, 5.6, 3.6)), nod=0.4)


def _train(frame: int) -> Rig:
    height = (2.0, -3.0, -8.0, -3.0)[frame % 4]
    arm: Limb = (2.2, (height + 3) / 2, 1.2, height)
    side: Limb = (2.6, (height + 3) / 2, 2.6, height)
    return Rig((arm, arm), (side, side), bob=0.5 if height < -6 else 0.0, prop="barbell")


def _wash(frame: int) -> Rig:
    if frame % 2:
        return Rig(
            ((2.6, 0.4, -0.8, -4.6), (1.4, 3.8, -3.0, 4.2)), ((3.0, 0.0, 1.2, -4.6), (1.2, 4.0, 3.8, 4.0))
        )
    return Rig(((1.4, 3.8, -3.0, 3.6), (2.6, 0.4, -0.8, -4.6)), ((1.2, 4.0, 3.8, 4.0), (3.0, 0.0, 1.2, -4.6)))


def _fight(frame: int) -> Rig:
    guard: Limb = (2.6, 2.8, -0.6, -2.2)
    blow: Limb = (3.2, -0.4, 4.6, -2.6)
    guard_side: Limb = (1.8, 3.6, 4.2, -1.2)
    blow_side: Limb = (4.0, 1.6, 9.0, -0.6)
    if frame % 2:
        return Rig((guard, blow), (guard_side, blow_side), step=0.7, bob=-0.4, nod=0.9)
    return Rig((blow, guard), (blow_side, guard_side), step=-0.7, bob=0.2, nod=0.6)


def _still(pose: Pose) -> Rig:
    if pose == Pose.SIT:
        return Rig((REST, REST), (REST_SIDE, REST_SIDE))
    if pose == Pose.READ:
        arm: Limb = (1.2, 3.8, -3.0, 4.8)
        return Rig((arm, arm), ((1.4, 4.2, 5.4, 3.6), (1.4, 4.4, 5.2, 4.4)), nod=1.3, prop="book")
    if pose == Pose.PRAY:
        arm = (1.0, 4.4, -5.2, 3.2)
        return Rig((arm, arm), ((1.0, 4.4, 4.8, 2.4), (1.0, 4.4, 4.6, 2.8)), nod=1.8)
    if pose == Pose.PHONE:
        return Rig((HANG, (2.4, 2.6, 0.2, -4.6)), (HANG_SIDE, (2.6, 2.4, 2.2, -4.4)), nod=0.4, prop="handset")
    if pose == Pose.CUFFED:
        arm = (0.9, 4.2, -4.6, 7.6)
        return Rig(
            (arm, arm), ((-2.4, 4.2, -3.6, 8.0), (-2.2, 4.4, -3.4, 8.2)), nod=1.4, behind=True, prop="cuffs"
        )
    if pose == Pose.HURT:
        arm = (1.0, 3.8, -4.4, 5.6)
        return Rig((arm, arm), ((0.8, 4.0, 4.0, 5.0), (0.8, 4.2, 3.8, 5.8)), nod=2.2, bob=-1.6, prop="wound")
    return Rig((HANG, HANG), (HANG_SIDE, HANG_SIDE))


MOVING = {
    Pose.WALK: _walk,
    Pose.EAT: _eat,
    Pose.WORK: _work,
    Pose.TALK: _talk,
    Pose.TRAIN: _train,
    Pose.WASH: _wash,
    Pose.FIGHT: _fight,
}


def rig_of(pose: Pose, frame: int = 0, seated: bool = False) -> Rig:
    """The posture of a pose in one of its frames, standing or on a seat."""
    rig = MOVING[pose](frame) if pose in MOVING else _still(pose)
    return rig._replace(seated=seated or pose in ALWAYS_SEATED)


def is_mirrored(facing: Facing) -> bool:
    """West is east in a mirror."""
    return facing == Facing.WEST
