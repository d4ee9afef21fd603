"""Drivers for tests of visits, goods and searches: the visiting place, its people, and days that pass in it."""

from collections.abc import Iterable

from game.sim import open_prison
from game.sim.engine.calendar import moment
from game.sim.engine.rules import Rules
from game.sim.events import Kind
from game.sim.invariants import faults
from game.sim.population.cast import Cast, Generate, PersonSpec
from game.sim.visits.book import Visit
from game.sim.world import World
from tests.conftest import BLOCK_CAST
from tests.sim.helpers import prison_in

CAST = Cast(
    people=(
        PersonSpec("ike", "Ike", "Ivory", crime="theft"),
        PersonSpec("mara", "Mara", "Ivory", role="visitor", sex="f", family_of="ike", relation="mother"),
        PersonSpec("ned", "Ned", "Nash", crime="theft"),
        PersonSpec("nell", "Nell", "Nash", role="visitor", sex="f", family_of="ned", relation="wife"),
    ),
    generate=(Generate("inmate", 20, "main"), Generate("officer", 16)),
    names=BLOCK_CAST.names,
    crimes=BLOCK_CAST.crimes,
)
ROOTS = (
    Kind.WorldBegan, Kind.KnownBefore, Kind.TraitNoted, Kind.DayBegan, Kind.ShiftBegan, Kind.Ordered, Kind.Decided,
    Kind.Arrived, Kind.BeatFired, Kind.LetterCame,
)  # fmt: skip


def visiting(*rules: Rules, seed: int = 1, cast: Cast = CAST) -> World:
    """Return the visiting place on day 1 at 06:00."""
    return open_prison(prison_in("visits"), cast, seed, rules)


def until(world: World, day: int, hour: int = 0, minute: int = 0) -> World:
    """Let time pass up to a moment; the prison is sound whenever an hour ends."""
    while world.tick < moment(day, hour, minute):
        world.run(min(60 - world.tick % 60, moment(day, hour, minute) - world.tick))
        assert faults(world) == []
    return world


def booked(world: World, inmate: str, state: str = "") -> Visit:
    """Run until somebody of the cast has a visit in the books, of some state; return it."""

    def found(world: World) -> Visit | None:
        visits = [v for _, v in world.each(Visit) if v.inmate == world.id_of(inmate)]
        return next((v for v in visits if state in ("", v.state)), None)

    world.run(6 * 1440, until=lambda world: found(world) is not None)
    visit = found(world)
    assert visit is not None
    return visit


def roots_of(world: World, event: int) -> Iterable[Kind]:
    """Yield the kinds of the events in which all that led to an event ends."""
    causes = world.chronicle.causes(event)
    if not causes:
        yield world.chronicle.event(event).kind
    for cause in causes:
        assert cause.event < event
        yield from roots_of(world, cause.event)
