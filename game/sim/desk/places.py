"""Places on the desk: wings, rooms, doors, posts, and the scene to draw."""

import numpy as np
from numpy.typing import NDArray

from game.sim.desk.people import PeopleDesk
from game.sim.engine.calendar import shift_of
from game.sim.events import Kind
from game.sim.house.furniture import Pose
from game.sim.house.ground import Ints
from game.sim.house.plan import ROLES
from game.sim.house.uses import INDEX
from game.sim.office import Wing
from game.sim.people import INMATE, Doing, Duty, Identity, Locks, Place, Status, Trail
from game.sim.views import DoorView, PostView, RoomView, Scene, Sign, WingView

QUARREL_SHOWN_MINUTES = 60
"""How far back the desk looks for the quarrel that it shows over a head."""
_TALKING = (INDEX["talk"], INDEX["play"], INDEX["eat"])
_POSE_BY_SIGN = np.full(len(Sign), int(Pose.STAND), np.int64)
_POSE_BY_SIGN[[Sign.FIGHT, Sign.HURT]] = Pose.FIGHT, Pose.HURT
"""How those who stand about hold themselves, by what is known of them."""


class PlacesDesk(PeopleDesk):
    """Where everything is."""

    def scene(self) -> Scene:
        """Return everyone on the map, ready to draw."""
        world = self._world
        place, identity = world.everyone(Place), world.everyone(Identity)
        rows = (place.tile > 0).nonzero()[0]
        trail = world.everyone(Trail).block[:, rows]
        start = np.where(trail > 0, trail, place.tile[rows])
        signs = self._signs(rows)
        pose = np.where(place.pose[rows] == Pose.STAND, _POSE_BY_SIGN[signs], place.pose[rows])
        pose = np.where(place.walking[rows] == 1, int(Pose.WALK), pose)
        return Scene(
            ids=world.people.ids[rows], kind=identity.role[rows], trail=np.ascontiguousarray(start.T),
            pose=pose, facing=place.facing[rows].copy(), look=identity.look[rows], sign=signs,
            faction=identity.faction[rows], age=identity.age_years[rows], tray=self._trays(rows),
        )  # fmt: skip

    def _signs(self, rows: Ints) -> Ints:
        """Return what is to be seen over heads; talk comes and goes from one to the other."""
        doing, place = self._world.everyone(Doing), self._world.everyone(Place)
        use, still = doing.use[rows], place.walking[rows] == 0
        ids = self._world.people.ids[rows]
        turn = (ids * 7 + self.tick // 2) % 6 == 0
        signs = np.where(still & turn & np.isin(use, _TALKING), int(Sign.TALK), int(Sign.NONE))
        signs = np.where(still & (use == INDEX["phone"]), int(Sign.PHONE), signs)
        signs = np.where(use == INDEX["sent"], int(Sign.ERRAND), signs)
        signs = np.where(self._known_to_quarrel(rows), int(Sign.QUARREL), signs)
        watched = [eye.id for eye in self._world.office.eyes if eye.kind == "person"]
        signs = np.where(np.isin(ids, watched) & (signs == 0), int(Sign.EYE), signs)
        feelings = self.signs_of_feeling(ids)
        signs = np.where((feelings > 0) & (signs <= int(Sign.TALK)), feelings, signs)
        blows = self.signs_of_blows(ids)
        return np.where(blows > 0, blows, signs)

    def signs_of_feeling(self, ids: Ints) -> Ints:
        """Return for people by id the sign of what they feel; 0 for none."""
        return np.zeros(len(ids), np.int64)

    def signs_of_blows(self, ids: Ints) -> Ints:
        """Return for people by id the sign of a fight or of a wound; 0 for none."""
        return np.zeros(len(ids), np.int64)

    def _trays(self, rows: Ints) -> NDArray[np.bool_]:
        """Tell who walks to his place at a table with his meal."""
        doing, place = self._world.everyone(Doing), self._world.everyone(Place)
        carries: NDArray[np.bool_] = (doing.use[rows] == INDEX["eat"]) & (place.walking[rows] == 1)
        return carries

    def _known_to_quarrel(self, rows: Ints) -> NDArray[np.bool_]:
        """Tell who is seen quarrelling: whoever does, as far as their last quarrel is known."""
        world = self._world
        heated: NDArray[np.bool_] = world.everyone(Doing).quarrel_until[rows] > self.tick
        if self.sees_all or not heated.any():
            return heated
        known: list[int] = []
        learned = world.knowledge.learned
        for number in range(len(learned) - 1, -1, -1):
            event, tick, *_ = learned[number]
            if tick < self.tick - QUARREL_SHOWN_MINUTES:
                break
            fact = world.knowledge.fact(event)
            if fact is not None and fact.kind == Kind.Quarrelled.name:
                known += [fact.who, fact.whom]
        shown: NDArray[np.bool_] = heated & np.isin(world.people.ids[rows], known)
        return shown

    def room_name(self, room: int) -> str:
        """Name of a room, empty for none."""
        return self.plan.rooms[room].name if 0 < room < len(self.plan.rooms) else ""

    def room(self, room: int) -> RoomView:
        """Return a room with who is in it."""
        plan, world = self.plan.rooms[room], self._world
        here = world.ground.room_at[world.everyone(Place).tile] == room
        here &= world.everyone(Place).tile > 0
        living = world.everyone(Identity).cell == room
        living &= world.everyone(Identity).status == Status.PRESENT
        watched = any(eye.kind == "room" and eye.id == room for eye in world.office.eyes)
        return RoomView(
            room, plan.key, plan.name, plan.kind, plan.wing, plan.capacity,
            tuple(world.people.ids[here].tolist()), tuple(world.people.ids[living].tolist()),
            plan.camera, watched, tuple(world.ground.doors_of[room]),
        )  # fmt: skip

    def free_bed(self, room: int) -> int:
        """Spot id of a bed in a cell that is nobody's, 0 when all are someone's."""
        return self._first_free(room, self._beds_held())

    def free_cells(self, wing: int = 0) -> list[int]:
        """Cells with a free bed, of one wing or of all."""
        held = self._beds_held()
        return [
            room for room in self._world.ground.cells
            if (not wing or self.plan.rooms[room].wing == wing) and self._first_free(room, held)
        ]  # fmt: skip

    def _beds_held(self) -> set[int]:
        identity = self._world.everyone(Identity)
        return set(identity.bed[identity.status <= Status.PRESENT].tolist())

    def _first_free(self, room: int, held: set[int]) -> int:
        beds = self._world.ground.spots_in.get((room, "bed"), [])
        return next((bed for bed in beds if bed not in held), 0)

    def door(self, door: int) -> DoorView:
        """Return a door."""
        plan, lock = self.plan.doors[door], self._one(door, Locks)
        return DoorView(door, plan.rooms, bool(lock.locked), plan.key, lock.order)

    def doors_locked(self) -> NDArray[np.bool_]:
        """Return which doors are locked, by door id."""
        locked = np.zeros(len(self.plan.doors), bool)
        locked[1:] = self._world.everyone(Locks).locked
        return locked

    def wing(self, wing: int) -> WingView:
        """Return a wing with its regime and its figures."""
        plan, world = self.plan.wings[wing], self._world
        state = world.component("wing", wing, Wing) or Wing(wing, ["free"] * 24)
        identity, place = world.everyone(Identity), world.everyone(Place)
        here = world.ground.room_wing[world.ground.room_at[place.tile]] == wing
        lives = (identity.wing == wing) & (identity.role == INMATE) & (identity.status == Status.PRESENT)
        officers = here & (identity.role == ROLES.index("officer")) & (place.tile > 0)
        locks, beds = world.ground.wing_locks[wing], int(world.ground.wing_beds[wing])
        locked = int(world.everyone(Locks).locked[locks - 1].sum())
        return WingView(
            wing, plan.key, plan.name, plan.kind, tuple(state.hours), state.activity, int(lives.sum()), beds,
            int(officers.sum()), len(locks), locked, state.locked_down, state.because,
        )  # fmt: skip

    def wings(self) -> list[WingView]:
        """Return all wings."""
        return [self.wing(wing.id) for wing in self.plan.wings[1:]]

    def posts(self) -> list[PostView]:
        """Return all posts with who is on them."""
        duty, ids = self._world.everyone(Duty), self._world.people.ids
        shift = int(shift_of(self.tick))
        views = []
        for post in self.plan.posts[1:]:
            on = ids[(duty.post == post.id) & (duty.on == 1)]
            roster = tuple(
                tuple(ids[(duty.roster == post.id) & (duty.shift == s)].tolist()) for s in range(3)
            )
            staff = tuple(on.tolist())
            views.append(
                PostView(
                    post.id, post.key, post.name, post.role, post.rooms, post.staff[shift], staff, roster
                )
            )
        return views
