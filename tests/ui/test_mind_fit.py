"""A dossier full of thoughts, signs, ties, debts and wounds fits its place, and so does every answer to "why?"."""

from collections.abc import Callable

import pygame
import pytest
from test_desk import TEXTS
from test_fit import BareBoard, Stage, Watch

from game.sim.events import Cause, Kind, Role
from game.sim.minds.signs import SIGNS
from game.sim.minds.thoughts import THOUGHTS, think
from game.sim.minds.ties import shift_tie
from game.sim.people import NEEDS, TRAITS, NotedWhen
from game.sim.states import NotedMind
from game.sim.world import World
from game.ui.desk.dossier_mind import THOUGHTS_SHOWN
from game.ui.desk.screen import DeskScreen
from game.ui.desk.state import Question
from game.ui.session import Session
from game.ui.window import open_hidden

LOOKS = [
    ("en", (1280, 720), 1.0),
    ("de", (1280, 720), 1.0),
    ("de", (1280, 720), 1.5),
    ("de", (800, 500), 1.0),
]


def known(world: World, kind: Kind, **fields: int) -> int:
    """Let something happen that the office learns of."""
    event = world.emit(kind, **fields)  # type: ignore[arg-type]
    world.knowledge.learn_all(world, event)
    return event


def fill(world: World, person: int) -> None:
    """Put on somebody's mind and into his ties all there is."""
    others = [id for id in world.desk().people("inmate") if id != person][:9]
    order = known(world, Kind.Sent, who=person, place=3)
    for number, other in enumerate(others):
        event = world.emit(
            Kind.Threatened, who=other, whom=person, place=3, because=[Cause(order, 0.6, Role.MEANS)]
        )
        world.knowledge.learn_all(world, event)
        strong = 0.1 * (number + 1)
        shift_tie(world, person, other, event, fear=strong, hate=strong, regard=-strong)
        shift_tie(world, other, person, event, respect=strong, trust=strong, regard=strong)
        loan = known(world, Kind.Lent, who=other, whom=person, place=3)
        shift_tie(world, person, other, loan, debt=4.0)
    for number, thought in enumerate(THOUGHTS[: 3 * THOUGHTS_SHOWN]):
        think(world, person, thought.key, event, others[number % 9])
    for detail in range(len(SIGNS)):
        known(world, Kind.SignShown, who=person, place=3, detail=detail)
    known(world, Kind.Withdrew, who=person)
    known(world, Kind.ProtectionTaken, who=person, whom=others[0])
    known(world, Kind.Wounded, who=person, whom=others[1], place=3)
    noted = world.one(person, NotedMind)
    noted.mood, noted.stress = -0.9, 0.8
    world.one(person, NotedWhen).tick = world.tick - 100


@pytest.fixture(params=LOOKS, ids=str)
def stage(request: pytest.FixtureRequest, block: Callable[..., World]) -> Stage:
    lang, size, scale = request.param
    open_hidden(size)
    world = block()
    fill(world, world.id_of("adam"))
    stage = Stage.__new__(Stage)
    stage.size, stage.scale, stage.now, stage.found = size, scale, 0.0, {}
    stage.surface = pygame.display.set_mode(size)
    stage.session = Session(world)
    stage.desk = DeskScreen(stage.session, BareBoard(), lang, scale, {"en": TEXTS, "de": TEXTS})
    stage.desk.state.dailies = stage.desk.state.hints = False
    stage.desk.state.person = world.id_of("adam")
    return stage


def test_a_full_page_of_a_mind_and_of_ties_fits(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch(monkeypatch)
    for tab in ("mind", "ties"):
        stage.desk.state.dossier_tab = tab
        stage.look(watch, tab)
        stage.hover(watch, tab)
    assert stage.found == {}


def test_every_answer_to_why_fits(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    watch, person = Watch(monkeypatch), stage.desk.state.person
    other = next(bond.whom for bond in stage.session.desk.bonds(person) if bond.who == person)
    asked = [Question("mood", person), Question("stress", person), Question("tension"), Question("staff")]
    asked += [
        Question("need", person, 0, NEEDS[0]),
        Question("trait", person, 0, TRAITS[0]),
        Question("tension", 1),
    ]
    asked += [Question("tie", person, other, feeling) for feeling in ("fear", "hate", "regard")]
    for question in asked:
        stage.desk.state.asked = question
        stage.look(watch, f"why {question}")
    stage.desk.state.asked = asked[0]
    stage.hover(watch, "why")
    assert stage.found == {}
