"""What the Mesa model starts from: people and ties of a world, as plain values."""

from typing import TYPE_CHECKING

from benchmarks.mesa_person import Person
from game.sim.minds.ties import TieEnds, Ties
from game.sim.people import Doing, Identity, Needs, Place, Temper
from game.sim.world import World

if TYPE_CHECKING:
    from benchmarks.mesa_day import MesaDay

_TAKEN_OVER = {
    Identity: ("role", "wing", "cell", "bed", "job", "keys", "status"),
    Place: ("tile", "goal", "room", "walking", "waited"),
    Doing: ("use", "until"),
}


def people_of(world: World, model: "MesaDay") -> list[Person]:
    """Return an agent for everyone of a world, by id; Mesa counts its agents from 1, as the world does."""
    columns = {
        name: getattr(world.everyone(kind), name).tolist()
        for kind, names in _TAKEN_OVER.items()
        for name in names
    }
    needs = world.everyone(Needs).block.T.tolist()
    aggression = world.everyone(Temper).aggression.tolist()
    people = []
    for row, id in enumerate(world.people.ids.tolist()):
        person = Person(model, **{name: values[row] for name, values in columns.items()})
        if person.unique_id != id:
            raise ValueError(f"person {id} would be agent {person.unique_id}: some have left this world")
        person.needs, person.aggression = needs[row], aggression[row]
        people.append(person)
    return people


def ties_of(world: World) -> dict[tuple[int, int], list[float]]:
    """Return regard and hate by who and whom."""
    ends, ties = world.everyone(TieEnds), world.everyone(Ties)
    pairs = zip(ends.who.tolist(), ends.whom.tolist(), strict=True)
    return dict(zip(pairs, ties.block[:2].T.tolist(), strict=True))
