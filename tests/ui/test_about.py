"""Whom a scenario is about, shown before it begins."""

from pathlib import Path

import pytest

from game.sim.people import Identity
from game.story.load import load_pack, load_scenario, make_world, scenario_ids
from game.story.pack import Pack
from game.ui.art.palette import FACTIONS
from game.ui.screens.figures import figures_of
from game.ui.screens.library import Card, card_of, cards_of

E1 = "oz.e01"


@pytest.fixture(scope="module")
def card() -> Card:
    return card_of(load_scenario(E1), scenario_ids()[E1])


def test_the_faces_are_those_the_story_follows(card: Card) -> None:
    world = make_world(load_scenario(E1), 1)
    on_the_desk = [world.desk().name(person) for person in world.desk().faces()]
    assert [figure.name for figure in card.figures] == on_the_desk


def test_whoever_is_shown_looks_the_same_in_every_game(card: Card) -> None:
    for seed in (1, 2):
        world = make_world(load_scenario(E1), seed)
        looks = [int(world.one(person, Identity).look) for person in world.desk().faces()]
        assert looks == [figure.look for figure in card.figures]


def test_a_face_that_is_left_to_the_seed_is_not_made_up(card: Card) -> None:
    spec = next(each for each in load_scenario(E1).cast.people if each.known)
    spec.look.clear()
    assert figures_of([spec], FACTIONS)[0].look is None


def test_a_pack_that_is_only_read_shows_the_same_faces_as_one_that_is_loaded(card: Card) -> None:
    folder: Path = scenario_ids()[E1].parent
    pack: Pack = load_pack(folder)
    assert next(each for each in cards_of(pack) if each.id == E1).figures == card.figures
