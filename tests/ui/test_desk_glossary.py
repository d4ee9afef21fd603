"""What links say before they are followed, and how one tooltip leads to the next."""

from collections.abc import Callable

import pytest

from game.sim.world import World
from game.story.load import load_scenario, make_world
from game.ui.desk.context import Context
from game.ui.desk.glossary import meaning
from game.ui.desk.state import DeskState
from game.ui.kit import Ui, load_theme, plain_text
from game.ui.kit.markup import LINK
from game.ui.session import Session
from game.ui.words import Words
from game.ui.words.narrator import Narrator


@pytest.fixture(params=["en", "de"])
def context(block: Callable[..., World], request: pytest.FixtureRequest) -> Context:
    world = block()
    world.run(600)
    session = Session(world)
    narrator = Narrator(Words(request.param, strict=True), session.desk)
    return Context(Ui(load_theme()), narrator, session, DeskState())


def test_every_person_room_and_wing_has_a_meaning(context: Context) -> None:
    plan = context.desk.plan
    links = [f"p{id}" for id in context.desk.people()]
    links += [f"r{room.id}" for room in plan.rooms[1:]] + [f"w{wing.id}" for wing in plan.wings[1:]]
    for link in links:
        said = meaning(context, link)
        assert plain_text(said).strip() and "{" not in said


def test_a_person_leads_to_his_room_and_that_to_its_wing(context: Context) -> None:
    adam = context.session.world.id_of("adam")
    room = context.desk.dossier(adam).room
    assert f"[link=r{room}]" in meaning(context, f"p{adam}")
    cell = context.desk.dossier(adam).cell
    assert LINK.search(meaning(context, f"r{cell}"))


@pytest.mark.parametrize("link", ["", "x", "p999999", "r9999", "w9999", "e4", "sheet", "p"])
def test_other_links_say_nothing(context: Context, link: str) -> None:
    assert meaning(context, link) == ""


@pytest.mark.parametrize(("lang", "gate"), [("en", "At the gate"), ("de", "Am Tor")])
def test_an_inmate_who_is_in_no_room_yet_is_at_the_gate_and_not_at_home(lang: str, gate: str) -> None:
    world = make_world(load_scenario("oz.e01"), 3)
    world.run(2 * 60 + 1 - world.tick % 60)
    session = Session(world)
    context = Context(Ui(load_theme()), Narrator(Words(lang), session.desk), session, DeskState())
    beecher = world.id_of("beecher")
    assert session.desk.is_here(beecher) and not session.desk.room_of(beecher)
    assert gate in meaning(context, f"p{beecher}")


def test_a_hall_that_is_called_like_its_wing_says_so_once(context: Context) -> None:
    for room in context.desk.plan.rooms[1:]:
        said = plain_text(meaning(context, f"r{room.id}")).split("\n")
        assert len(said[:2]) < 2 or said[0] != said[1]
