"""What links say before they are followed, and how one tooltip leads to the next."""

from collections.abc import Callable

import pytest

from game.sim.world import World
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
