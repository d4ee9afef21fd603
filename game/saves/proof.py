"""The last look at a world that was read: what is always true of one, its digest, and whether it can go on."""

from game.saves.errors import PartError
from game.sim.engine.snapshot import digest, fork
from game.sim.invariants import faults
from game.sim.world import World

TRIAL_MINUTES = 3
"""Played on a fork before a loaded world is handed over."""


def prove(world: World, expected: str) -> None:
    """Hold a world against its invariants and its digest, then play a little on a fork and read its desk."""
    try:
        wrong = faults(world)
    except Exception as fault:
        raise PartError("world", f"can't be checked: {type(fault).__name__}: {fault}"[:160]) from fault
    if wrong:
        raise PartError("world", wrong[0])
    if expected and digest(world) != expected:
        raise PartError("digest", "the world is not the one that was saved")
    trial = fork(world)
    try:
        trial.run(TRIAL_MINUTES)
        _read_desk(trial)
    except Exception as fault:
        raise PartError("world", f"can't go on: {type(fault).__name__}: {fault}"[:160]) from fault
    finally:
        trial.close()


def _read_desk(world: World) -> None:
    """Read what the window reads first."""
    desk = world.desk()
    desk.scene()
    desk.figures(), desk.wings(), desk.posts(), desk.eyes(), desk.objectives(), desk.outcome()
    for fact in desk.feed():
        desk.message(fact)
    for decision in desk.decisions():
        desk.decision_text(decision.id)
    for person in [*desk.people()[:20], *desk.faces()]:
        desk.dossier(person)
