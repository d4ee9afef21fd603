"""What the living prison puts on the desk fits its place, too: orders, requests, visits, patients, fights, the end."""

from collections.abc import Iterator

import pytest
from test_fit import LOOKS, Stage, Watch

from game import headless
from game.sim.care.requests import REQUEST_KINDS, make_request
from game.sim.events import Cause
from game.sim.minds.knowledge import Source
from game.sim.states import Body
from game.sim.violence.assaults import assault
from game.sim.violence.wounds import Patient
from game.sim.world import World
from game.story.load import load_scenario
from game.story.scenario import Scenario
from game.ui.desk.picking import Picking
from game.ui.window import open_hidden

FIGHT_HOUR = 2 * 1440 + 14 * 60


@pytest.fixture(scope="module")
def lived() -> tuple[Scenario, World]:
    """A prison of some days in which men lie in the infirmary, ask for things, and fight before a camera."""
    scenario = load_scenario("oz.e01")
    world = headless.start(scenario, 1, "passive")
    world.run(FIGHT_HOUR - world.tick)
    desk = world.desk()
    men = sorted((id for id in desk.people("inmate") if desk.room_of(id)), key=lambda id: -len(desk.name(id)))
    for number, kind in enumerate(REQUEST_KINDS):
        make_request(world, men[number], kind, 1, men[number + 1])
    for number, man in enumerate(men[8:11]):
        world.one(man, Body).wound = 0.25 + 0.25 * number
        world.attach("patient", man, Patient(man, world.tick - 700 * number, 1, treated=number))
    fight = assault(world, men[12], men[13], 1, [Cause(1, 1.0)])
    fight.defenders.append(men[14])
    world.knowledge.learn(world.tick, fight.id, Source.CAMERA, 0)
    return scenario, world


@pytest.fixture(params=LOOKS, ids=str, scope="module")
def stage(request: pytest.FixtureRequest, lived: tuple[Scenario, World]) -> Iterator[Stage]:
    lang, (width, height, scale) = request.param
    open_hidden((width, height))
    scenario, world = lived
    stage = Stage(scenario, world, lang, (width, height), scale)
    stage.session.put_off.update(decision.id for decision in stage.session.desk.decisions())
    stage.desk.state.outcome_seen = True
    yield stage


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(monkeypatch)


@pytest.fixture(autouse=True)
def clean(stage: Stage) -> Iterator[None]:
    state = stage.desk.state
    while state.back():
        pass
    state.fights_shut.update(fight.id for fight in stage.session.desk.fights())
    stage.found.clear()
    yield


def man(stage: Stage) -> int:
    return max(stage.session.desk.people("inmate"), key=lambda id: len(stage.session.desk.name(id)))


def test_orders_and_choices_fit(stage: Stage, watch: Watch) -> None:
    state, desk = stage.desk.state, stage.session.desk
    room = desk.fights()[0].room
    for about in (("person", man(stage)), ("person", desk.people("officer")[0]), ("room", room), ("wing", 1)):
        state.ordering = about
        stage.look(watch, f"orders {about}")
    stage.hover(watch, "orders")
    state.ordering = None
    for what in ("mediate", "apart", "job"):
        state.picking = Picking(what, man(stage))
        stage.look(watch, f"picking {what}")
    assert stage.found == {}


@pytest.mark.parametrize("sheet", ["requests", "visits", "infirmary"])
def test_sheets_with_something_in_them_fit(stage: Stage, watch: Watch, sheet: str) -> None:
    stage.desk.state.sheet = sheet
    stage.look(watch, sheet)
    stage.tabs(watch, sheet)
    if sheet == "visits":
        stage.desk.state.visits_tab, day = 0, stage.session.desk.tick // 1440 + 1
        for visit in stage.session.desk.visits(day)[:4]:
            stage.desk.state.visit = visit.id
            stage.look(watch, f"visit {visit.state}")
    stage.hover(watch, sheet)
    assert stage.found == {}


def test_fights_and_pressing_requests_fit(stage: Stage, watch: Watch) -> None:
    stage.desk.state.fights_shut.clear()
    stage.look(watch, "fight")
    stage.desk.state.fights_shut.update(fight.id for fight in stage.session.desk.fights())
    for request in stage.session.desk.requests():
        stage.session.attention.petitions[:] = [request.id]
        stage.look(watch, f"request {request.kind}")
    stage.session.attention.petitions.clear()
    assert stage.found == {}


def test_ties_and_tensions_fit(stage: Stage, watch: Watch) -> None:
    state = stage.desk.state
    for overlay in ("tension", "ties"):
        state.overlay, state.person = overlay, stage.session.desk.faces()[0]
        stage.look(watch, f"overlay {overlay}")
    assert stage.found == {}
