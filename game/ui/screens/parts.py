"""Small pieces of the menus: rows of settings, switches, languages, a picture of a place, a scenario's stakes."""

from collections.abc import Sequence

from pygame import Rect

from game.ui.kit import Area, rich, rich_height
from game.ui.kit.switches import segments, toggle
from game.ui.screens.behind import LivingPrison
from game.ui.screens.page import Page
from game.ui.words import LANGUAGES, Words

ROW, ROW_GAP, PAD = 48, 6, 16
"""Least height of a setting's card, pixels between two of them, and from their edge to their words."""
NAME, NOTE_SIZE = 22, 12.5
"""Height of the line with a setting's name, and size of the note below it."""


def languages(page: Page, area: Area) -> None:
    """The languages side by side; a click speaks the other one at once."""
    names = [Words(lang)("language") for lang in LANGUAGES]
    now = LANGUAGES.index(page.words.lang)
    chosen = segments(page.ui, "lang", area, names, now)
    if chosen != now:
        page.stage.set(lang=LANGUAGES[chosen])


def switch_row(page: Page, whole: Area, name: str, key: str, on: bool) -> bool | None:
    """A card with a switch, its name and what it does; a click anywhere on it turns it: returns the new state."""
    ui = page.ui
    card = _card(page, whole, key, _switch_room(page, whole.w), ui.hot == name)
    now = toggle(ui, name, Rect(card.x, card.y, card.w - ui.px(PAD - 4), card.h), "", on)
    ui.spot(name, card)
    return now if now != on else None


def switch_height(page: Page, width: int, key: str) -> int:
    """How high a `switch_row` of a width gets."""
    return _card_height(page, key, _switch_room(page, width))


def setting_row(page: Page, whole: Area, key: str, share: float = 0.5, height: float = 36) -> Area:
    """A card with a setting's name and, if it has one, a note below it; returns the place of its control."""
    ui = page.ui
    control = round((whole.w - 2 * ui.px(PAD)) * share)
    card = _card(page, whole, key, whole.w - 2 * ui.px(PAD) - control - ui.px(16))
    middle = card.middle(control, ui.px(height))
    return Area(card.right - ui.px(PAD) - control, middle.y, control, middle.h)


def _switch_room(page: Page, width: int) -> int:
    """Pixels for the words of a card with a switch."""
    return width - page.ui.px(2 * PAD + 52)


def _card(page: Page, whole: Area, key: str, width: int, hot: bool = False) -> Area:
    """The card of a setting, cut off the top, with name and note `width` pixels wide in its vertical middle."""
    ui, words = page.ui, page.words
    card = whole.cut_top(_card_height(page, key, width), ui.px(ROW_GAP))
    ui.box(card, "raised" if hot else "card", 6, "line")
    note = _note_height(page, key, width)
    line = Area(card.x + ui.px(PAD), card.centery - (ui.px(NAME) + note) // 2, width, ui.px(NAME))
    ui.label(line, words.first(f"{key}.name", key), "text", "body", 14)
    if note:
        below = Area(line.x, line.bottom, width, note)
        rich(ui, f"{key}.note", below, words(f"{key}.note"), NOTE_SIZE, "muted")
    return card


def _card_height(page: Page, key: str, width: int) -> int:
    ui = page.ui
    return max(ui.px(ROW), ui.px(NAME + 2 * 8) + _note_height(page, key, width))


def _note_height(page: Page, key: str, width: int) -> int:
    note = f"{key}.note"
    return rich_height(page.ui, page.words(note), width, NOTE_SIZE) if page.words.has(note) else 0


def scene(page: Page, area: Area, caps: str, title: str, left: int, scenario: str) -> None:
    """A title over a look into the prison of a scenario, if it lies behind; `left`: pixels before the words."""
    ui, behind = page.ui, page.stage.behind
    if isinstance(behind, LivingPrison) and behind.shows(scenario):
        inside = Rect(area.x + 1, area.y + 1, area.w - 2, area.h - 1)
        behind.window(ui.surface, inside, ui.rgb("panel"))
    x, wide = area.x + left, area.w - 2 * left
    ui.caps(Rect(x, area.bottom - ui.px(62), wide, ui.px(16)), caps, "accent")
    ui.label(Rect(x, area.bottom - ui.px(46), wide, ui.px(42)), title, "text", "title", 34)


def section(page: Page, whole: Area, key: str) -> None:
    """A heading in small capitals within a long menu."""
    ui = page.ui
    whole.cut_top(ui.px(10))
    ui.caps(whole.cut_top(ui.px(18), ui.px(6)), page.words(key))


def stakes(page: Page, whole: Area, name: str, goals: Sequence[str], size: float = 14) -> None:
    """What is asked of the player, a line each; cuts itself off the top of `whole`."""
    ui = page.ui
    for number, goal in enumerate(goals):
        width = whole.w - ui.px(28)
        line = whole.cut_top(rich_height(ui, goal, width, size), ui.px(7))
        ui.icon("target", Rect(line.x, line.y, ui.px(18), ui.px(20)), 16, "accent")
        rich(ui, f"{name}.{number}", Area(line.x + ui.px(28), line.y, width, line.h), goal, size)


def stakes_height(page: Page, width: int, goals: Sequence[str], size: float = 14) -> int:
    """How high `stakes` get."""
    ui = page.ui
    return sum(rich_height(ui, goal, width - ui.px(28), size) + ui.px(7) for goal in goals)


def icon_line(
    page: Page, line: Area, icon: str, text: str, colour: str = "muted", size: float = 13.5
) -> None:
    """A sign and a few words beside it."""
    ui = page.ui
    ui.icon(icon, line.cut_left(ui.px(18), ui.px(8)), 16, colour)
    ui.label(line, text, colour, "body", size)
