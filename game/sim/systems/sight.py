"""Sight: who sees what happens, and what the warden learns of it."""

from dataclasses import dataclass

import numpy as np

from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Event
from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.minds.knowledge import ALL_KNOWN, Source, mask_of
from game.sim.minds.noticing import INWARD, LOUDNESS, UNFILMED
from game.sim.people import Doing, Duty, Identity, Place, is_staff


@dataclass(frozen=True, slots=True)
class SightRules(Rules):
    """How far people see."""

    far_tiles: float = rule(16, "tiles", "how far a scene is noticed", low=1, high=100)
    near_tiles: float = rule(9, "tiles", "how far faces are told apart", low=1, high=100)
    camera_confidence: float = rule(0.8, "share", "how sure a camera's picture is", low=0, high=1)


class SightSystem(System):
    """What happens is seen by those who are near, awake and have a clear view.

    The warden learns what staff, a manned camera or one of his eyes saw.
    """

    def run(self) -> None:
        """Look at what happened this minute."""
        world = self.world
        if world.knowledge.noted == len(world.chronicle):
            return
        for event in world.chronicle.since(world.knowledge.noted):
            if event.kind in LOUDNESS:
                self._look(event)
        world.knowledge.note_new(world)

    def _look(self, event: Event) -> None:
        world = self.world
        rows, tiles = self._witnesses(event)
        for row, far in zip(rows.tolist(), tiles.tolist(), strict=True):
            world.knowledge.saw(event.id, int(world.people.ids[row]), far)
        self._report(event, rows, tiles)

    def _witnesses(self, event: Event) -> tuple[Ints, Ints]:
        """Return the rows of those who see an event, and how many tiles off they are."""
        place, ground = self.everyone(Place), self.world.ground
        tile = int(place.tile[self.world.people.row_of[event.who]])
        x, y = tile % ground.width, tile // ground.width
        far = np.maximum(abs(place.tile % ground.width - x), abs(place.tile // ground.width - y))
        near = (far <= self.rules(SightRules).far_tiles * LOUDNESS[event.kind]) & (place.tile > 0)
        near &= self.everyone(Doing).use != INDEX["sleep"]
        near &= ground.sees[ground.room_at[place.tile], event.place]
        rows = near.nonzero()[0]
        ids = self.world.people.ids[rows]
        rows = rows[(ids != event.who) & (ids != event.whom)]
        rows = rows[ground.clear_view(place.tile[rows], tile)]
        return rows, far[rows]

    def _report(self, event: Event, rows: Ints, tiles: Ints) -> None:
        """Let the warden learn of an event from the best source there is; how likely it was, nobody sees."""
        knowledge, rules, tick = self.world.knowledge, self.rules(SightRules), self.world.tick
        staff = is_staff(self.everyone(Identity).role[rows])
        hidden = mask_of("amount", "detail") if event.kind in INWARD else mask_of("amount")
        clear, vague = ALL_KNOWN & ~hidden, mask_of("place", "who")
        if self._watched(event):
            knowledge.learn(tick, event.id, Source.EYE, mask=clear)
        elif staff.any():
            best = int(tiles[staff].argmin())
            close = tiles[staff][best] <= rules.near_tiles
            informant = int(self.world.people.ids[rows[staff][best]])
            mask, sure = (clear, 1.0) if close else (vague, 0.7)
            knowledge.learn(tick, event.id, Source.STAFF, informant, sure, mask)
        elif event.kind not in UNFILMED and self._on_camera(event.place):
            knowledge.learn(tick, event.id, Source.CAMERA, 0, rules.camera_confidence, vague)

    def _on_camera(self, room: int) -> bool:
        """Tell whether a room has a camera that somebody minds."""
        return self.world.plan.rooms[room].camera and self._control_manned()

    def _watched(self, event: Event) -> bool:
        watched = [(eye.kind, eye.id) for eye in self.world.office.eyes]
        return any(
            key in watched for key in (("person", event.who), ("person", event.whom), ("room", event.place))
        )

    def _control_manned(self) -> bool:
        duty, place = self.everyone(Duty), self.everyone(Place)
        control = self.world.ground.post_control[duty.post] & (duty.on == 1) & (place.walking == 0)
        return bool(control.any())
