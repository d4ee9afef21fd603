"""Listening: what an officer beside a booth hears and sees, and what the office makes of it."""

from typing import TYPE_CHECKING

from game.sim.minds.knowledge import Source
from game.sim.minds.thoughts import ThoughtEnds, Thoughts, Told, thoughts_of
from game.sim.people import Identity, is_staff
from game.sim.visits.book import Visit

if TYPE_CHECKING:
    from game.sim.world import World

SURE = 0.9
"""How sure an officer is of what he overhears."""
WEIGHTIEST = 3
"""Of how many of his troubles a man speaks to those who come to see him."""


def witness_of(world: "World", visit: Visit) -> int:
    """Return the member of staff who saw something change hands at a booth: he who listens, or one near; 0: nobody."""
    if visit.watched and visit.officer:
        return visit.officer
    for person in world.knowledge.witnesses(visit.passed):
        if is_staff(world.everyone(Identity).role[world.people.rows([person])]).any():
            return person
    return 0


def listen(world: "World", visit: Visit) -> None:
    """Let the office know what an inmate spoke of: what weighs on him most, and what it goes back to."""
    thoughts, ends = world.everyone(Thoughts), world.everyone(ThoughtEnds)
    rows = [row for row in thoughts_of(world, visit.inmate).tolist() if thoughts.strength[row] < 0]
    for row in sorted(rows, key=lambda row: float(thoughts.strength[row]))[:WEIGHTIEST]:
        ends.known[row] = Told.SAID
        root = int(ends.because[row])
        if root and not world.knowledge.knows(root):
            world.knowledge.learn(world.tick, root, Source.OVERHEARD, visit.officer, SURE)
