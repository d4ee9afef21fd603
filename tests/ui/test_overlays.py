"""Overlays say the same by tint and by sign, and lines of ties keep clear of people."""

from collections.abc import Callable

import numpy as np
import pytest
from pygame import Rect, Surface, Vector2
from test_desk import Play

from game.sim.events import Kind
from game.sim.minds.ties import shift_tie
from game.sim.world import World
from game.ui.desk.moods import mood_level
from game.ui.desk.overlay_bands import MOOD_EDGES, NEED_EDGES, band_of, colour_of
from game.ui.desk.overlay_fields import picture_of, without_glimpses
from game.ui.desk.overlay_legends import BAD, FAIR, GOOD
from game.ui.desk.overlay_lines import between, past, stroke_of, way_out
from game.ui.desk.overlay_people import strands_shown
from game.ui.kit.theme import Theme, load_theme, palettes
from tests.ui.small_prison import HALL, HEIGHT, WIDTH, small_plan

INKS = {"danger": BAD, "warn": FAIR, "good": GOOD}
"""Ink of a sign, and the tint that goes with it."""
AREA = Rect(50, 50, 1000, 600)


@pytest.fixture
def play(block: Callable[..., World], surface: Surface) -> Play:
    play = Play(block())
    play.desk.state.hints = play.desk.state.dailies = False
    return play


def settle(play: Play, frames: int = 3) -> None:
    play.session.orders += 1
    for _ in range(frames):
        play.frame([])


def nearest(theme: Theme, colour: tuple[int, int, int]) -> str:
    def far(name: str) -> int:
        return sum((a - b) ** 2 for a, b in zip(colour, theme.rgb(name), strict=True))

    return min(INKS.values(), key=far)


@pytest.mark.parametrize("palette", palettes())
@pytest.mark.parametrize("edges", [NEED_EDGES, MOOD_EDGES])
def test_a_rooms_tint_and_its_sign_say_the_same(edges: tuple[float, float], palette: str) -> None:
    theme = load_theme(palette)
    for value in np.arange(0.0, 100.5, 0.5).tolist():
        tint = colour_of(theme, value, edges)
        assert nearest(theme, tint) == INKS[band_of(value, edges).ink], value


def test_a_mood_is_well_on_the_map_when_it_is_called_so() -> None:
    for mood in range(-100, 101):
        assert (band_of(mood / 2 + 50, MOOD_EDGES).ink == "good") == (mood_level(mood) == "good"), mood


def test_what_staff_see_is_tinted_to_be_seen(play: Play) -> None:
    play.session.run(300)
    play.desk.state.overlay = "sight"
    settle(play)
    found, look = picture_of(play.desk._context(play.now)), play.session.desk.lookout()
    assert found is not None
    seen = look.seen[play.session.desk.plan.room_at] & (play.session.desk.plan.room_at > 0)
    assert seen.any() and found.veil.share[seen].min() > 0.55


def test_a_glimpse_through_a_door_is_no_cover_and_a_view_is() -> None:
    plan, level = small_plan(), np.zeros((HEIGHT, WIDTH), np.int8)
    left, top, right, bottom = HALL
    for step in range(6):
        level[top + step, left + step] = 2
    level[bottom - 4 : bottom + 1, right - 6 : right + 1] = 1
    found = without_glimpses(plan, level)
    assert not found[:, : right - 6].any()
    assert (found == level)[:, right - 6 :].all()


def test_a_line_ends_before_the_bodies_and_before_names() -> None:
    ends = between((0, 0), (100, 0), 20, 30)
    assert ends == (Vector2(20, 0), Vector2(70, 0))
    assert between((0, 0), (40, 0), 20, 30) is None
    assert past((0, 0), (0, -200), [Rect(-20, -60, 40, 20), Rect(300, 0, 9, 9)]) == pytest.approx(60, abs=1)


def test_stronger_ties_are_thicker_and_others_pale_under_the_mouse() -> None:
    weak, strong = (stroke_of((255, 0, 0), points, (), dimmed=False) for points in (10, 90))
    assert weak.width < strong.width and weak.opacity < strong.opacity
    assert stroke_of((255, 0, 0), 90, (), dimmed=True).opacity < weak.opacity


def test_a_name_stands_where_its_line_leaves_the_map_and_on_nothing_else() -> None:
    first = way_out((500, 300), (5000, 300), (80, 20), AREA, [])
    assert first is not None and first.right == pytest.approx(AREA.right, abs=2)
    second = way_out((500, 300), (5000, 300), (80, 20), AREA, [first])
    assert second is not None and not second.colliderect(first) and AREA.contains(second)
    assert way_out((500, 300), (5000, 300), (80, 20), AREA, [AREA]) is None


def test_one_line_a_person_and_a_click_on_his_name_leads_to_him(play: Play) -> None:
    world = play.world
    adam, ben = world.id_of("adam"), world.id_of("ben")
    event = world.emit(Kind.Threatened, who=adam, whom=ben, place=3)
    world.knowledge.learn_all(world, event)
    shift_tie(world, ben, adam, event, fear=0.5, regard=-0.2)
    shift_tie(world, adam, ben, event, hate=0.4)
    play.board.spot_of_person = lambda person: (640, 380) if person == ben else (9000, 380)  # type: ignore[method-assign]
    play.desk.state.person, play.desk.state.overlay = ben, "ties"
    settle(play)
    shown = [
        strand for strand in strands_shown(play.desk._context(play.now)) if adam in (strand.who, strand.whom)
    ]
    assert [(strand.feeling, round(strand.points)) for strand in shown] == [("fear", 50)]
    play.click(f"tie.to.{adam}")
    settle(play)
    assert play.desk.state.person == adam
