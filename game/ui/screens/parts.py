"""Small pieces of the menus: rows of settings, switches, languages, a picture of a place, a scenario's stakes."""

from collections.abc import Sequence

from pygame import Rect

from game.ui.kit import Area, rich, rich_height
from game.ui.kit.switches import segments, toggle
from game.ui.screens.behind import LivingPrison
from game.ui.screens.page import Page
from game.ui.words import LANGUAGES, Words

ROW_GAP = 8


def languages(page: Page, area: Area) -> None:
    """The languages side by side; a click speaks the other one at once."""
    names = [Words(lang)("language") for lang in LANGUAGES]
    now = LANGUAGES.index(page.words.lang)
    chosen = segments(page.ui, "lang", area, names, now)
    if chosen != now:
        page.stage.set(lang=LANGUAGES[chosen])


def switch_row(page: Page, area: Area, name: str, key: str, on: bool) -> bool | None:
    """A card with a switch, its name and what it does; returns the new state when it was switched."""
    ui, words = page.ui, page.words
    ui.box(area, "card", 6, "line")
    inner = area.inset(ui.px(14), ui.px(8))
    now = toggle(ui, name, inner.cut_top(ui.px(22)), words(f"{key}.name"), on)
    note = Area(inner.x + ui.px(4), inner.y, inner.w - ui.px(56), inner.h)
    rich(ui, f"{name}.note", note, words(f"{key}.note"), 12.5, "muted")
    return now if now != on else None


def switch_height(page: Page, width: int, key: str) -> int:
    """How high a `switch_row` of a width has to be."""
    ui = page.ui
    return ui.px(40) + rich_height(ui, page.words(f"{key}.note"), width - ui.px(28 + 56), 12.5)


def setting_row(page: Page, whole: Area, key: str, share: float = 0.5, height: float = 36) -> Area:
    """A line with a setting's name (and a note below it, if it has one); returns the place of its control."""
    ui, words = page.ui, page.words
    note = f"{key}.note"
    label = words.first(f"{key}.name", key)
    text = words(note) if words.has(note) else ""
    wide = round(whole.w * (1 - share)) - ui.px(16)
    high = rich_height(ui, text, wide, 12.5) + ui.px(2) if text else 0
    line = whole.cut_top(max(ui.px(height), ui.px(24) + high), ui.px(ROW_GAP))
    control = line.cut_right(whole.w - wide - ui.px(16))
    name = line.cut_top(ui.px(24) if text else line.h)
    ui.label(Rect(name.x, name.y, wide, name.h), label, "text", "body", 14)
    if text:
        rich(ui, f"{key}.note", Area(name.x, name.bottom, wide, high), text, 12.5, "muted")
    return control.middle(control.w, min(control.h, ui.px(height)))


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
    whole.cut_top(ui.px(6))
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
