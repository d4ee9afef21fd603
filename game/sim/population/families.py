"""Families: who outside belongs to whom inside, drawn from the seed; a person of his own once he means to come."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.sim.events import Cause, Kind, Role
from game.sim.people import INMATE, VISITOR, Identity, Name, Status, Temper
from game.sim.population.cast import Cast, PersonSpec
from game.sim.visits.book import Relative, Visit, slot

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World

RELATIONS: dict[str, tuple[float, str, int, float]] = {
    "wife": (3.0, "f", -1, 0.62),
    "mother": (3.0, "f", 25, 0.72),
    "father": (1.2, "m", 27, 0.5),
    "sister": (1.6, "f", 0, 0.55),
    "brother": (1.8, "m", 0, 0.5),
    "daughter": (0.8, "f", -24, 0.55),
    "son": (0.7, "m", -24, 0.5),
    "cousin": (0.9, "m", 0, 0.4),
    "friend": (1.6, "m", 2, 0.4),
}
"""By relation: how common, of which sex, how many years older than he, how warm on average."""
NAMESAKES = ("wife", "mother", "father", "brother", "son", "daughter")
"""Relations who bear the inmate's last name."""
FAMILY_SHARE = 0.65
"""Share of inmates whom anybody outside still visits or writes to. Ours; most prisoners have somebody."""
KNOWN_SHARE = 0.8
"""Share of relatives who have come before day 1, so that the gate knows them."""
GROWN_UP_AGE = 18
OLDEST_AGE = 88
LOOK_BITS = 31


def found_families(world: "World", cast: Cast) -> None:
    """Give a part of the inmates somebody outside: those the cast names, the rest drawn with dice of their own."""
    dice = world.dice("families")
    named = _cast_visitors(world, cast, dice)
    for id in world.people.ids.tolist():
        if world.one(id, Identity).role == INMATE and id not in named and dice.uniform() < FAMILY_SHARE:
            _draw(world, cast, dice, id)


def _cast_visitors(world: "World", cast: Cast, dice: "Dice") -> list[int]:
    """Make relatives of the cast's visitors, who have rows of their own; return the inmates they belong to."""
    named = []
    for spec in cast.people:
        if spec.role != "visitor":
            continue
        person, inmate = world.id_of(spec.key), world.id_of(spec.family_of)
        world.one(person, Identity).status = Status.AWAY
        if inmate:
            named.append(inmate)
            _note(world, dice, inmate, spec, person)
    return named


def _note(world: "World", dice: "Dice", inmate: int, spec: PersonSpec, person: int) -> None:
    who = world.one(person, Identity)
    relation = spec.relation or "friend"
    relative = Relative(
        _next(world), inmate, relation, spec.first, spec.last, spec.sex, who.age_years, who.look,
        RELATIONS[relation][3], dice.uniform(), person=person,
    )  # fmt: skip
    relative.because = _known_before(world, relative)
    world.attach("relative", relative.id, relative)


def _draw(world: "World", cast: Cast, dice: "Dice", inmate: int) -> None:
    relation = dice.weighted(list(RELATIONS), [entry[0] for entry in RELATIONS.values()])
    _, sex, older, warmth = RELATIONS[relation]
    first = dice.pick(cast.names.first_f if sex == "f" else cast.names.first_m)
    name = world.component("person", inmate, Name)
    own = dice.pick(cast.names.last)
    last = name.last if name and relation in NAMESAKES else own
    age = world.one(inmate, Identity).age_years + older + dice.below(7) - 3
    look = dice.below(1 << LOOK_BITS)
    warm = min(1.0, max(0.1, warmth + dice.between(-0.3, 0.3)))
    money = dice.uniform() * dice.uniform()
    visits = 1 + dice.below(12) if dice.uniform() < KNOWN_SHARE else 0
    id = _next(world)
    world.attach(
        "relative", id,
        Relative(
            id, inmate, relation, first, last, sex, min(OLDEST_AGE, max(GROWN_UP_AGE, age)), look, warm, money,
            visits=visits,
        ),
    )  # fmt: skip


def _next(world: "World") -> int:
    return 1 + max((id for id, _ in world.each(Relative)), default=0)


def _known_before(world: "World", relative: Relative) -> int:
    return world.emit(Kind.KnownBefore, who=relative.who, whom=relative.person, amount=relative.warmth)


def embody(world: "World", relative: Relative) -> int:
    """Make a relative a person of the prison's books, when he has none yet; return his id."""
    if relative.person:
        return relative.person
    id = int(world.people.add()[0])
    world.adopt_people([id])
    who = world.one(id, Identity)
    who.role, who.status, who.age_years = VISITOR, Status.AWAY, relative.age
    who.look = relative.look | (2 if relative.sex == "f" else 1) << LOOK_BITS
    for key in world.plan.keyrings.get("visitor", ()):
        who.keys |= world.ground.key_bit[key]
    world.attach("person", id, Name(relative.first, relative.last, sex=relative.sex))
    temper, dice = world.one(id, Temper), world.dice("families")
    temper.nerve, temper.cunning = dice.between(0.15, 0.85), dice.between(0.15, 0.85)
    relative.person = id
    root = _known_before(world, relative)
    relative.because = relative.because or root
    return id


def longing(relative: Relative) -> list[Cause]:
    """Return why a man thinks of his relative: the last that was between them."""
    return [Cause(relative.because, 1.0, Role.MOTIVE)]


def book(
    world: "World", relative: Relative, live: list[Visit], because: Sequence[Cause] = ()
) -> Visit | None:
    """Write a visit into the books of the gate, for the next free place at a booth; None when there is none for days.

    `live` are the visits booked already; `because` what the wish goes back to beside his thinking of him.
    """
    who = world.one(relative.who, Identity)
    day, hour = slot(world, int(who.wing), int(world.ground.room_block[int(who.cell)]), live)
    if not day:
        return None
    visitor = embody(world, relative)
    id = 1 + max((number for number, _ in world.each(Visit)), default=0)
    causes = [*because, *longing(relative)]
    asked = world.emit(Kind.VisitAsked, who=relative.who, whom=visitor, detail=id, because=causes)
    visit = Visit(id, relative.who, visitor, relative.id, asked, day, hour, because=asked)
    world.attach("visit", id, visit)
    return visit
