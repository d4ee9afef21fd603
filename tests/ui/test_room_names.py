"""Names of rooms on the map: whole or not at all, and under nothing that matters more."""

from collections.abc import Callable

import pytest
from pygame import Rect, Surface
from test_desk import Play

from game.sim.world import World
from game.ui.desk.room_names import LEAST_TILES, SIZE, UNNAMED
from game.ui.kit import Ui


class Names:
    """A desk whose rooms all lie at one place of the screen; notes where their names are written."""

    def __init__(self, play: Play, patch: pytest.MonkeyPatch) -> None:
        self.play, self.written = play, list[Rect]()
        rooms = play.session.desk.plan.rooms
        named = [room for room in rooms if room.kind not in UNNAMED and len(room.tiles) >= LEAST_TILES]
        self.all = {play.desk.narrator.room_name(room.id) for room in named}
        label = Ui.label

        def noted(ui: Ui, area: Rect, text: str, *args: object) -> int:
            if text in self.all and args[1:3] == ("subtitle", SIZE):
                self.written.append(Rect(area))
            return label(ui, area, text, *args)  # type: ignore[arg-type]

        patch.setattr(Ui, "label", noted)

    def at(self, middle: int, top: int, wide: int) -> list[Rect]:
        """Where names are when all rooms lie there."""
        self.play.board.top_of = lambda room: (middle, top, wide)  # type: ignore[method-assign]
        self.play.frame([])
        self.written.clear()
        self.play.frame([])
        return list(self.written)


@pytest.fixture
def names(block: Callable[..., World], surface: Surface, monkeypatch: pytest.MonkeyPatch) -> Names:
    made = Play(block())
    made.desk.state.hints = False
    return Names(made, monkeypatch)


def the_map(names: Names) -> Rect:
    return names.play.desk.ui.places("scroll")["map"]


def test_a_name_stands_over_the_middle_of_its_room(names: Names) -> None:
    assert names.all
    assert {rect.centerx for rect in names.at(640, 400, 300)} == {640}


def test_a_name_slides_along_its_room_to_stay_in_view(names: Names) -> None:
    edge = the_map(names).right
    found = names.at(edge - 20, 400, 600)
    assert found and all(rect.right <= edge and rect.centerx < edge - 20 for rect in found)


def test_a_name_of_which_only_a_part_would_be_seen_is_left_out(names: Names) -> None:
    area = the_map(names)
    assert names.at(area.right + 130, 400, 300) == []
    assert names.at(640, area.top + 4, 300) == []


def test_a_name_gives_way_to_a_persons_name_and_to_a_card(names: Names) -> None:
    names.play.board.plates = [place.move(20, 5) for place in names.at(640, 400, 300)]
    assert names.at(640, 400, 300) == []
    names.play.board.plates = []
    strip = names.play.desk.ui.covers_before[0]
    assert names.at(strip.centerx, strip.bottom + 20, 300) == []
