"""The desk in narrow and low windows: nothing that floats lies on what is to be clicked."""

from collections.abc import Callable

import pytest
from pygame import Rect, Surface
from test_desk import Play, ask
from test_desk_attention import notice, quarrel, settle
from test_desk_orders import fight

from game.sim.care.requests import make_request
from game.sim.world import World
from game.ui.desk.faces import FACES_TAB
from game.ui.desk.map_board import CLEAR, clear_height
from game.ui.desk.people import GROUPS
from game.ui.desk.picking import Picking
from game.ui.desk.state import SHEETS, Question
from game.ui.desk.why import draw_why
from game.ui.kit import Area, Ui

NARROW = (((800, 500), 1.0), ((1024, 600), 1.0), ((1280, 720), 1.5), ((1920, 1080), 2.0))
SMALLEST = NARROW[0]
CARDS = ("waiting.", "fight", "alert", "request", "peek.")
"""How the names of what floats by itself begin."""
Make = Callable[..., Play]


@pytest.fixture
def make(block: Callable[..., World], surface: Surface) -> Make:
    def made(window: tuple[tuple[int, int], float] = SMALLEST, lang: str = "en") -> Play:
        play = Play(block(), window[0], lang, window[1])
        play.desk.state.hints = False
        return play

    return made


def let_wait(play: Play, questions: int = 1) -> None:
    """Let a question and a banner wait."""
    for _ in range(questions):
        ask(play.world)
    play.session.run(1)
    play.session.put_off.update(decision.id for decision in play.session.desk.decisions())
    play.session.pin(1)
    quarrel(play, 1, 2, room=3)
    notice(play)
    settle(play)


def covers(play: Play, *names: str) -> list[Rect]:
    """Where cards lie whose names begin so."""
    return [rect for name, rect in play.desk.ui.places("block").items() if name.startswith(names)]


def controls(play: Play, prefix: str) -> list[Rect]:
    return [rect for name, rect in play.hits.items() if name.startswith(prefix) and rect.w and rect.h]


def parts(play: Play):
    return play.desk._regions(play.desk._context(play.now), play.surface.get_size())


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("window", NARROW)
def test_nothing_that_waits_lies_over_a_sheet(
    make: Make, window: tuple[tuple[int, int], float], sheet: str
) -> None:
    play = make(window)
    let_wait(play)
    play.desk.state.sheet = sheet
    settle(play)
    found, cards = parts(play).sheet, covers(play, *CARDS)
    assert found is not None and cards
    assert found.collidelist(cards) < 0
    assert controls(play, f"{sheet}.close")


def test_the_row_above_a_sheet_is_there_only_while_something_waits(make: Make) -> None:
    play = make()
    play.desk.state.sheet = "people"
    settle(play)
    before = parts(play).sheet
    let_wait(play)
    after = parts(play).sheet
    assert before is not None and after is not None
    assert before.y < after.y and before.bottom == after.bottom
    assert play.hits["people.search"].y >= after.y


def test_a_question_is_answered_from_the_row_above_a_sheet(make: Make) -> None:
    play = make()
    ask(play.world)
    play.session.run(1)
    play.session.put_off.update(decision.id for decision in play.session.desk.decisions())
    play.desk.state.sheet = "hours"
    settle(play)
    decision = play.session.desk.decisions()[0].id
    play.click(f"waiting.{decision}")
    assert play.desk.state.decision == decision


def test_what_happened_leads_from_the_row_to_the_map_with_its_whole_card(make: Make) -> None:
    play = make()
    play.session.pin(1)
    quarrel(play, 1, 2, room=3)
    notice(play)
    play.desk.state.sheet = "wings"
    settle(play)
    assert "alert.officer" not in play.hits
    play.click("alert.go")
    settle(play)
    assert ("room", 3) in play.board.asked and not play.desk.state.sheet
    assert covers(play, "alert")


def test_what_happened_is_put_aside_in_the_row(make: Make) -> None:
    play = make()
    play.session.pin(1)
    quarrel(play, 1, 2, room=3)
    notice(play)
    play.desk.state.sheet = "wings"
    settle(play)
    play.click("alert.dismiss")
    settle(play)
    assert not covers(play, "waiting.row") and play.desk.state.sheet == "wings"


def test_a_fight_comes_first_in_the_row_and_is_watched_from_there(make: Make) -> None:
    play = make()
    let_wait(play)
    fight(play)
    play.desk.state.sheet = "hours"
    settle(play)
    play.click("fight.go")
    settle(play)
    room = play.session.desk.fights()[0].room
    assert ("room", room) in play.board.asked and not play.desk.state.sheet
    assert "fight.call" in play.hits


def test_a_request_leads_from_the_row_to_all_requests_where_it_needs_no_row(make: Make) -> None:
    play = make()
    man = play.session.desk.people("inmate")[0]
    play.session.attention.petitions.append(make_request(play.world, man, "medic", 1))
    play.session.orders += 1
    play.desk.state.sheet = "hours"
    settle(play)
    play.click("request.go")
    settle(play)
    assert play.desk.state.sheet == "requests"
    assert play.session.attention.petitions and not covers(play, "waiting.row")


def test_a_dossier_is_never_covered(make: Make) -> None:
    for window in NARROW:
        play = make(window)
        let_wait(play)
        play.desk.state.person = 1
        settle(play)
        dossier = parts(play).dossier
        assert dossier is not None and dossier.collidelist(covers(play, *CARDS)) < 0


@pytest.mark.parametrize("dossier", [False, True])
@pytest.mark.parametrize("window", [*NARROW, ((1280, 720), 1.0)])
def test_what_waits_lies_beside_a_card_or_not_at_all(
    make: Make, window: tuple[tuple[int, int], float], dossier: bool
) -> None:
    play = make(window)
    let_wait(play)
    state = play.desk.state
    for name, opened in (("ordering", ("person", 1)), ("picking", Picking("mediate", 1)), ("room", 3)):
        state.person, state.ordering, state.picking, state.room = int(dossier), None, None, 0
        setattr(state, name, opened)
        settle(play)
        card = covers(play, "orders", "picking", "room.card")[0]
        assert card.collidelist(covers(play, *CARDS, "overlays", "faces")) < 0, name


@pytest.mark.parametrize("dossier", [False, True])
@pytest.mark.parametrize("window", [*NARROW, ((1280, 720), 1.0)])
def test_what_waits_leaves_the_legend_free(
    make: Make, window: tuple[tuple[int, int], float], dossier: bool
) -> None:
    play = make(window)
    let_wait(play)
    play.desk.state.person, play.desk.state.overlay = int(dossier), "needs"
    settle(play)
    legend = covers(play, "overlay.legend")[0]
    assert covers(play, *CARDS)
    assert legend.collidelist(covers(play, *CARDS)) < 0
    for need in [name for name in play.hits if name.startswith("overlay.need.")]:
        play.click(need)
        assert play.desk.state.overlay_need == need.removeprefix("overlay.need.").replace("all", "")


def test_faces_without_room_are_counted_and_lead_to_the_list_of_faces(make: Make) -> None:
    play = make()
    for person in (1, 2, 4, 5):
        play.session.pin(person)
    play.desk.state.overlay = "needs"
    settle(play)
    known = play.session.faces
    shown = [person for person in known if f"face.{person}" in play.hits]
    assert len(shown) < len(known) and GROUPS[FACES_TAB] == "faces"
    below = parts(play).map
    assert below.contains(play.hits["faces.others"])
    play.click("faces.others")
    assert play.desk.state.sheet == "people" and play.desk.state.people_tab == FACES_TAB


def test_faces_that_all_have_room_are_not_counted(make: Make) -> None:
    play = make()
    play.session.pin(1)
    settle(play)
    assert "face.1" in play.hits and "faces.others" not in play.hits


def show_peek(play: Play) -> None:
    """Let something be seen out of view."""
    play.board.view = (500.0, 500.0, 10.0, 10.0)
    play.session.pin(1)
    play.session.attention.spent[(1, "banner")] = 9
    quarrel(play, 1, 2, room=play.session.desk.cell_of(1))
    notice(play)
    settle(play)


@pytest.mark.parametrize("window", [*NARROW, ((1280, 720), 1.0)])
@pytest.mark.parametrize("opened", ["", "overlay", "person", "room", "sheet"])
def test_a_small_picture_lies_under_nothing(
    make: Make, window: tuple[tuple[int, int], float], opened: str
) -> None:
    play = make(window)
    let_wait(play, 2)
    show_peek(play)
    if opened:
        setattr(play.desk.state, opened, {"overlay": "needs", "sheet": "people"}.get(opened, 1))
    settle(play)
    blocks = play.desk.ui.places("block")
    peeks = covers(play, "peek.")
    others = [rect for name, rect in blocks.items() if not name.startswith("peek.")]
    assert all(peek.collidelist(others) < 0 for peek in peeks)
    assert peeks or opened or window[0][1] / window[1] <= 500


def test_a_small_picture_takes_the_place_of_the_minimap_in_a_low_window(make: Make) -> None:
    play = make(((1024, 600), 1.0))
    assert covers(play, "minimap")
    show_peek(play)
    assert covers(play, "peek.") and not covers(play, "minimap")


def test_what_is_shown_stands_below_the_cards_in_a_low_window() -> None:
    low = Rect(52, 48, 748, 412)
    banners = [Rect(200, 58, 400, 34), Rect(150, 100, 560, 108), Rect(150, 214, 560, 36)]
    at = clear_height(low, banners)
    assert banners[-1].bottom + CLEAR <= at <= low.bottom - CLEAR


def test_what_is_shown_stands_in_the_middle_where_nothing_hangs_over_it() -> None:
    for area in (Rect(52, 48, 748, 412), Rect(52, 48, 1228, 632)):
        beside = [Rect(area.right - 372, area.y + 12, 360, 390), Rect(area.x + 10, area.y + 10, 54, 200)]
        strip = Rect(area.centerx - 280, area.y + 52, 560, 36)
        answer = Rect(area.centerx - 300, area.y + 260, 600, area.h - 272)
        assert clear_height(area, [*beside, strip, answer]) == area.centery


def test_names_of_rooms_never_lie_on_each_other(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    play = make(((1280, 720), 1.0))
    written: list[Rect] = []
    label = Ui.label

    def noted(ui: Ui, area: Rect, text: str, *args: object) -> int:
        if args[1:3] == ("subtitle", 14) and args[3:] == ("centre",):
            written.append(Rect(area))
        return label(ui, area, text, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Ui, "label", noted)
    play.board.top_of = lambda room: (640, 300 + 9 * room, 400)  # type: ignore[method-assign]
    settle(play, 1)
    written.clear()
    settle(play, 1)
    assert len(written) > 1
    assert all(tag.collidelist(written[:number]) < 0 for number, tag in enumerate(written))


@pytest.mark.parametrize("lang", ["en", "de"])
def test_an_answer_to_why_is_told_whole_in_a_narrow_card(
    make: Make, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    play = make(lang=lang)
    play.session.run(300)
    play.desk.state.asked = Question("mood", 1)
    cut: list[str] = []
    brief = Ui.brief

    def noted(
        ui: Ui, area: Rect, text: str, colour: str = "text", face: str = "body", size: float = 14
    ) -> int:
        if ui.width(text, face, size) > area.w:
            cut.append(text)
        return brief(ui, area, text, colour, face, size)

    context = play.desk._context(play.now)
    monkeypatch.setattr(Ui, "brief", noted)
    draw_why(context, Area(52, 48, 376, 412))
    assert covers(play, "why")[0].w < 376 and not cut


def test_a_line_of_an_answer_is_as_wide_as_a_narrow_card(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    play = make()
    play.session.run(300)
    play.desk.state.asked = Question("mood", 1)
    widths: list[int] = []
    monkeypatch.setattr(
        "game.ui.desk.why.rich",
        lambda ui, name, area, *_: widths.append(area.w) if name[4:].isdigit() else None,
    )
    draw_why(play.desk._context(play.now), Area(52, 48, 376, 412))
    assert widths and max(widths) > 0.7 * 376
