"""The desk over a small prison that runs: panels, orders, keys, clicks by widget id."""

from collections.abc import Callable

import hand
import pygame
import pytest
from pygame import Rect, Surface
from pygame.event import Event

from game.sim.commands import AskDecision, Authority, LockWing
from game.sim.office import Effect, Option, Text
from game.sim.world import World
from game.ui.desk.regions import largest_scale, regions
from game.ui.desk.screen import DeskScreen
from game.ui.desk.telling import FILTERS
from game.ui.kit import Ui, load_theme
from game.ui.session import Session

ADAM = "adam"


class PlainBoard:
    """A map of one colour: it notes what it is asked."""

    def __init__(self) -> None:
        self.following, self.dragged = 0, False
        self.asked: list[tuple[object, ...]] = []
        self.person, self.room = 0, 0
        self.veil, self.alarms, self.plates = None, (), list[Rect]()
        self.fighting = frozenset[int]()
        self.view = (0.0, 0.0, 20.0, 12.0)

    def live(self, surface: Surface, area: Rect, room: int, person: int) -> None:
        surface.fill((60, 70, 80), area)

    def in_view(self) -> tuple[float, float, float, float]:
        return self.view

    def look_at_tile(self, x: float, y: float) -> None:
        self.asked.append(("tile", x, y))

    def spot_of(self, room: int) -> tuple[int, int]:
        return 700, 400

    def spot_of_person(self, person: int) -> tuple[int, int] | None:
        return 640 + person % 7 * 20, 380

    def draw(self, ui: Ui, area: Rect, person: int, seconds: float) -> None:
        ui.fill(area, "raised")

    def picture(self, surface: Surface, area: Rect, room: int, person: int = 0) -> None:
        surface.fill((60, 70, 80), area)

    def move(self, right: float, down: float) -> None:
        self.asked.append(("move", right, down))

    def zoom(self, steps: int, at: tuple[int, int] | None, area: Rect | None) -> None:
        self.asked.append(("zoom", steps))

    def drag(self, mouse: tuple[int, int], started: bool) -> None:
        self.asked.append(("drag", mouse))

    def person_at(self, at: tuple[int, int], area: Rect) -> int:
        return self.person

    def room_at(self, at: tuple[int, int], area: Rect) -> int:
        return self.room

    def top_of(self, room: int) -> tuple[int, int, int]:
        return 600, 300, 200

    def show_room(self, room: int) -> None:
        self.asked.append(("room", room))

    def show_person(self, person: int) -> None:
        self.asked.append(("person", person))

    def follow(self, person: int) -> None:
        self.following = person


TEXTS = {
    "t.title": "A bed for {adam}",
    "t.text": "{adam} has to sleep [b]somewhere[/b].",
    "t.a": "Here",
    "t.b": "There",
    "t.hint": "Nobody knows.",
    "t.effect": "?",
}


class Play:
    """A desk being used."""

    def __init__(
        self, world: World, size: tuple[int, int] = (1280, 720), lang: str = "en", scale: float = 1.0
    ) -> None:
        self.world = world
        self.surface = pygame.display.set_mode(size)
        self.board = PlainBoard()
        self.session = Session(world)
        texts = {"en": TEXTS, "de": TEXTS}
        self.desk = DeskScreen(self.session, self.board, lang, scale, texts)
        self.now = 0.0
        self.frame([])
        self.frame([])

    def frame(self, events: list[Event]) -> None:
        self.now += 1 / 60
        self.desk.frame(self.surface, events, self.now, 1 / 60)

    @property
    def hits(self) -> dict[str, Rect]:
        return self.desk.ui.hits

    def click(self, name: str) -> None:
        assert name in self.hits, f"{name} is not on the desk: {sorted(self.hits)}"
        hand.click(self.frame, self.hits[name].center)

    def click_map(self) -> None:
        """Click where nothing lies over the map."""
        hand.click(self.frame, (640, 600))

    def key(self, code: int) -> None:
        self.frame([hand.key(code)])
        self.frame([])


@pytest.fixture
def play(block: Callable[..., World], surface: Surface) -> Play:
    return Play(block())


def ask(world: World) -> None:
    """Let the story ask where Adam is to sleep."""
    args = {"adam": world.id_of(ADAM)}
    options = (
        Option("a", Text("t.a"), Text("t.hint"), (Effect("activity", Text("t.effect"), "?"),)),
        Option("b", Text("t.b"), Text("t.hint"), ()),
    )
    command = AskDecision(
        "bed", Text("t.title", args), Text("t.text", args), options, 90, "b", 1, (args["adam"],)
    )
    assert world.order(command, Authority.STORY) is None


def test_at_the_smallest_size_the_map_keeps_most_of_the_window(surface: Surface) -> None:
    parts = regions(Ui(load_theme()), (1280, 720), dossier=False, sheet=False, folded=True)
    assert parts.map.w * parts.map.h > 0.8 * 1280 * 720


def test_regions_never_overlap_and_leave_no_gap(surface: Surface) -> None:
    parts = regions(Ui(load_theme(), 1.5), (1920, 1080), dossier=True, sheet=True, folded=False)
    pieces = [parts.top, parts.rail, parts.dossier, parts.sheet, parts.bottom, parts.map]
    assert sum(piece.w * piece.h for piece in pieces if piece) == 1920 * 1080
    assert all(Rect(0, 0, 1920, 1080).contains(piece) for piece in pieces if piece)


def test_only_scales_that_fit_are_offered() -> None:
    sizes = ((1280, 720), (1920, 1080), (2560, 1440), (800, 500))
    assert [largest_scale(size) for size in sizes] == [1.5, 2, 2, 1]


def test_in_a_narrow_window_the_dossier_lies_over_the_sheet_and_gives_it_back(
    block: Callable[..., World], surface: Surface
) -> None:
    play = Play(block(), (1280, 720), scale=1.5)
    play.click("rail.people")
    play.click("people.row.0")
    assert play.desk.state.person and "dossier.close" in play.hits and "people.close" not in play.hits
    play.key(pygame.K_ESCAPE)
    assert "people.close" in play.hits and "dossier.close" not in play.hits
    play.click("people.row.0")
    play.click("rail.people")
    assert "people.close" in play.hits and not play.desk.state.person
    play.click("people.row.0")
    play.click("rail.wings")
    assert "wings.close" in play.hits and not play.desk.state.person


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.5), ((800, 500), 1.0)])
def test_everything_can_be_reached_in_a_narrow_window(
    block: Callable[..., World], surface: Surface, size: tuple[int, int], scale: float
) -> None:
    play = Play(block(), size, scale=scale)
    screen = Rect((0, 0), size)
    for wanted in ("speed.0", "speed.5", "speed.until", "eye.0", "figure.tension", "settings", "overlay.sight",
                   "feed.fold", "rail.people", "rail.brief"):  # fmt: skip
        assert screen.contains(play.hits[wanted]), wanted
    play.click("rail.people")
    play.click("people.row.0")
    for wanted in ("dossier.pin", "dossier.eye", "dossier.follow", "dossier.send", "dossier.assign"):
        assert screen.contains(play.hits[wanted]), wanted
    for sheet in ("hours", "wings", "posts", "brief"):
        play.click(f"rail.{sheet}")
        assert screen.contains(play.hits[f"{sheet}.close"])


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1920, 1080), 1.5)])
@pytest.mark.parametrize("sheet", ["", "people", "wings", "posts", "brief"])
def test_every_sheet_can_be_drawn_at_every_size(
    block: Callable[..., World], surface: Surface, lang: str, size: tuple[int, int], scale: float, sheet: str
) -> None:
    play = Play(block(), size, lang, scale)
    play.session.run(90)
    play.desk.state.sheet, play.desk.state.person, play.desk.state.room = sheet, 1, 2
    for _ in range(3):
        play.frame([])
    assert "dossier.eye" in play.hits


def test_the_rail_unfolds_its_names_while_the_mouse_is_on_it(play: Play) -> None:
    def unfolded() -> bool:
        play.frame([])
        return any(spot.id == "rail.names" for spot in play.desk.ui._spots)

    assert not unfolded()
    play.frame([hand.move(play.hits["rail.people"].center)])
    assert unfolded()
    play.frame([hand.move((600, 400))])
    assert not unfolded()


def test_the_rail_does_not_unfold_over_the_sheet_it_opened_until_the_mouse_has_left(play: Play) -> None:
    def unfolded() -> bool:
        play.frame([])
        return any(spot.id == "rail.names" for spot in play.desk.ui._spots)

    play.click("rail.people")
    assert "people.close" in play.hits and not unfolded()
    play.frame([hand.move((700, 400))])
    play.frame([hand.move(play.hits["rail.wings"].center)])
    assert unfolded()


def test_the_rail_opens_and_closes_sheets(play: Play) -> None:
    play.click("rail.people")
    assert play.desk.state.sheet == "people"
    play.click("people.close")
    assert play.desk.state.sheet == ""
    play.key(pygame.K_F2)
    assert play.desk.state.sheet == "wings"
    play.key(pygame.K_h)
    assert play.desk.state.sheet == "hours"


def test_speeds_are_chosen_by_button_and_by_key(play: Play) -> None:
    play.click("speed.3")
    assert play.session.clock.rate == 3.0
    play.key(pygame.K_SPACE)
    assert play.session.clock.paused
    play.key(pygame.K_SPACE)
    assert play.session.clock.rate == 3.0
    play.key(pygame.K_5)
    assert play.session.clock.rate == 60.0


def test_a_person_in_the_list_opens_the_dossier_and_the_map_shows_him(play: Play) -> None:
    play.click("rail.people")
    play.click("people.row.0")
    assert play.desk.state.person
    assert ("person", play.desk.state.person) in play.board.asked
    play.click("dossier.close")
    assert play.desk.state.person == 0


def test_the_search_finds_a_name(play: Play) -> None:
    play.click("rail.people")
    play.click("people.search")
    play.frame([Event(pygame.TEXTINPUT, text="ash")])
    play.frame([])
    play.click("people.row.0")
    assert play.session.desk.name(play.desk.state.person).endswith("Ash")


def test_letters_typed_into_a_search_do_not_run_the_prison(play: Play) -> None:
    play.click("rail.people")
    play.click("people.search")
    play.frame([hand.key(pygame.K_SPACE), Event(pygame.TEXTINPUT, text=" ")])
    assert play.session.clock.paused


def test_a_click_on_a_person_opens_his_dossier_and_a_double_click_follows(play: Play) -> None:
    play.board.person = 1
    at = play.hits["map"].center
    hand.click(play.frame, at)
    assert play.desk.state.person == 1 and play.board.following == 0
    hand.click(play.frame, at)
    assert play.board.following == 1


def test_a_click_on_a_room_opens_its_card_and_the_eye_button_watches_it(play: Play) -> None:
    play.board.room = 2
    hand.click(play.frame, play.hits["map"].center)
    assert play.desk.state.room == 2
    play.click("room.eye")
    assert play.session.desk.is_watched("room", 2)
    assert play.session.desk.eyes_free == 2


def test_the_eye_button_says_why_it_is_grey(play: Play) -> None:
    for person in (1, 2, 4):
        play.desk.state.person = person
        play.frame([])
        play.frame([])
        play.click("dossier.eye")
    play.desk.state.person = 5
    play.frame([])
    play.frame([])
    at = play.hits["dossier.eye"].center
    orders = len(play.world.orders)
    hand.click(play.frame, at)
    assert len(play.world.orders) == orders
    assert play.desk.ui.tip is not None
    assert "3" in play.desk.ui.tip.text


def test_an_hour_of_a_wing_is_changed_by_two_clicks(play: Play) -> None:
    play.click("rail.wings")
    wing = play.session.desk.wings()[0]
    play.click(f"wings.{wing.key}.hour.13")
    play.click(f"wings.{wing.key}.set.yard")
    assert play.session.desk.wing(wing.id).hours[13] == "yard"


def test_a_wing_is_locked_down_and_opened_again(play: Play) -> None:
    play.click("rail.wings")
    wing = play.session.desk.wings()[0]
    play.click(f"wings.{wing.key}.lock")
    assert play.session.desk.wing(wing.id).locked_down
    play.click(f"wings.{wing.key}.unlock")
    assert not play.session.desk.wing(wing.id).locked_down


def test_a_cell_is_assigned_from_the_dossier(play: Play) -> None:
    person = play.world.id_of(ADAM)
    play.desk.state.person = person
    play.frame([])
    play.frame([])
    before = play.session.desk.dossier(person).cell
    play.click("dossier.assign")
    play.frame([])
    take = next(name for name in play.hits if name.startswith("assign.take"))
    play.click(take)
    assert play.session.desk.dossier(person).cell != before
    assert play.desk.state.assigning == 0


def test_a_person_is_sent_by_clicking_a_room(play: Play) -> None:
    play.session.run(200)
    officer = next(p for p in play.session.desk.people("officer") if play.session.desk.dossier(p).room)
    play.desk.state.person = officer
    play.frame([])
    play.frame([])
    play.click("dossier.send")
    play.board.room = next(room.id for room in play.world.plan.rooms if room.kind == "canteen")
    hand.click(play.frame, play.hits["map"].center)
    assert play.desk.state.sending == 0
    assert type(play.world.orders[-1].command).__name__ == "SendPerson"


def test_a_decision_stops_the_clock_and_opens_by_itself(play: Play) -> None:
    play.session.clock.set(4)
    ask(play.world)
    play.session.orders += 1
    play.frame([])
    play.frame([])
    assert play.session.clock.paused
    assert "decision.ok" in play.hits and "rail.people" not in play.hits


def test_a_decision_is_taken_with_an_option_and_the_amber_button(play: Play) -> None:
    ask(play.world)
    play.session.orders += 1
    play.frame([])
    play.frame([])
    play.click("decision.ok")
    assert play.session.desk.decisions(), "nothing was chosen yet"
    play.click("decision.option.a")
    play.click("decision.ok")
    assert play.session.desk.decisions() == []
    assert "decision.ok" not in play.hits


def test_a_decision_is_taken_by_keys_alone(play: Play) -> None:
    ask(play.world)
    play.session.orders += 1
    play.frame([])
    play.key(pygame.K_2)
    play.key(pygame.K_RETURN)
    assert play.session.desk.decisions() == []


def test_a_decision_put_off_waits_in_the_rail_and_lets_time_run(play: Play) -> None:
    ask(play.world)
    play.session.orders += 1
    play.frame([])
    play.frame([])
    play.click("decision.later")
    assert play.session.desk.decisions() and "decision.ok" not in play.hits
    assert not play.session.waiting()
    play.click("rail.decisions")
    assert "decision.ok" in play.hits


def test_a_link_in_the_feed_leads_to_the_person(play: Play) -> None:
    play.desk.state.folded = False
    play.desk.state.feed_filter = FILTERS.index("story")
    play.session.order(LockWing(1))
    ask(play.world)
    play.session.put_off.add(1)
    play.frame([])
    play.frame([])
    links = [name for name in play.hits if name.startswith("feed.") and ".link.p" in name]
    play.click(links[0])
    assert play.desk.state.person == play.world.id_of(ADAM)


def test_the_language_changes_at_once(play: Play) -> None:
    play.click("lang")
    assert play.desk.words.lang == "de"
    play.click("lang")
    assert play.desk.words.lang == "en"


def test_escape_goes_back_step_by_step_and_then_opens_the_menu(play: Play) -> None:
    play.desk.state.person, play.desk.state.sheet = 1, "people"
    for _ in range(3):
        play.key(pygame.K_ESCAPE)
    assert (play.desk.state.person, play.desk.state.sheet, play.desk.state.settings) == (0, "", True)


def test_drawing_changes_no_bit_of_the_prison(block: Callable[..., World], surface: Surface) -> None:
    from game.sim.engine.snapshot import digest

    drawn, alone = block(), block()
    play = Play(drawn)
    for sheet in ("people", "wings", "posts", "brief"):
        play.desk.state.sheet, play.desk.state.person = sheet, 1
        play.session.run(20)
        play.frame([])
    alone.run(80)
    assert digest(drawn) == digest(alone)


def test_the_wheel_over_the_map_zooms_and_over_a_list_scrolls(play: Play) -> None:
    play.frame([hand.move(play.hits["map"].center)])
    play.frame([Event(pygame.MOUSEWHEEL, y=1, x=0)])
    assert ("zoom", 1) in play.board.asked
    play.click("rail.people")
    play.board.asked.clear()
    play.frame([hand.move(play.hits["people.row.3"].center)])
    play.frame([Event(pygame.MOUSEWHEEL, y=-1, x=0)])
    assert play.board.asked == [] and play.desk.ui.scrolls["people.rows"] > 0
