"""From people.yaml and a scenario's cast to the cast of a world."""

from collections.abc import Iterator, Sequence

from game.sim.population.cast import Cast, Crime, Generate, Names, PersonSpec, TieSpec
from game.story.people_file import SHIFTS, CastEntry, PeopleFile, TieEntry
from game.story.scenario_file import ScenarioFile
from game.story.verbs.levers import GiveCell
from game.story.walk import walk


def merged(people: PeopleFile, scenario: ScenarioFile | None) -> dict[str, CastEntry]:
    """All people known by name; what a scenario says of one goes before what people.yaml says."""
    cast: dict[str, CastEntry] = {str(key): entry for key, entry in people.cast.items()}
    for key, entry in (scenario.cast if scenario else {}).items():
        known = cast.get(str(key))
        said = {name: getattr(entry, name) for name in entry.model_fields_set}
        cast[str(key)] = known.model_copy(update=said) if known else entry
    return cast


def make_cast(people: PeopleFile, scenario: ScenarioFile | None = None) -> Cast:
    """The cast as the prison takes it; files count 0 to 100, the prison 0 to 1, and needs as lacks."""
    factions = list(people.factions)
    names = people.names
    specs = [_person(key, entry, factions) for key, entry in merged(people, scenario).items()]
    ties = [*people.ties, *(scenario.ties if scenario else [])]
    return Cast(
        people=tuple(specs),
        generate=tuple(Generate(each.role, each.count, each.wing or "") for each in people.generate),
        names=Names(tuple(names.first_m), tuple(names.first_f), tuple(names.last)),
        crimes=tuple(
            Crime(str(key), each.weight, (each.years[0], each.years[1]), each.violence)
            for key, each in people.crimes.items()
        ),
        ties=tuple(_tie(each) for each in ties),
        keep_free=tuple(_wanted_cells(scenario)) if scenario else (),
    )


def _wanted_cells(scenario: ScenarioFile) -> Iterator[str]:
    """Yield the cells in which the scenario may give somebody a bed."""
    for _, value in walk(scenario):
        if isinstance(value, GiveCell) and value.room:
            yield str(value.room)


def _person(key: str, entry: CastEntry, factions: Sequence[str]) -> PersonSpec:
    first, _, last = (entry.name or key).rpartition(" ")
    return PersonSpec(
        key=key, first=first, last=last, role=entry.is_ or "inmate", sex=entry.sex, age=entry.age or 0,
        crime=entry.crime or "", sentence=entry.sentence or 0, wing=entry.wing or "", cell=entry.cell or "",
        traits={name: value / 100 for name, value in entry.traits.items()},
        needs={name: 1 - value / 100 for name, value in entry.needs.items()},
        faction=factions.index(entry.faction) + 1 if entry.faction else 0, look=dict(entry.look),
        present=entry.present, post=entry.post or "", shift=SHIFTS.index(entry.shift) if entry.shift else -1,
        known=entry.known, family_of=entry.family_of or "", relation=entry.relation or "",
    )  # fmt: skip


def _tie(entry: TieEntry) -> TieSpec:
    return TieSpec(entry.who, entry.whom, entry.regard / 100, entry.hate / 100)
