"""The page while a game is made ready: what it will be, truly how far it is, and something to know meanwhile."""

from collections.abc import Callable

from pygame import Rect

from game.ui.kit import Area, Ui, meter, rich, rich_height
from game.ui.words import Words

WIDTH, LEFT = 440, 0.075
"""Width of the column of words, and the share of the window's width at which it begins, as on the title."""
TOP, HEIGHT = 0.52, 264
"""Share of the window's height at which it begins, where it has room for that: how high it gets."""
TIPS = (
    *("hint.eyes", "hint.person", "hint.why", "hint.sight", "hint.until", "hint.news"),
    *("screens.loading.tips.names", "screens.loading.tips.save"),
)
"""What helps to know before one has seen the desk, half of it the desk's own hints."""
TIP_KEYS = ("until", "quick_save", "quick_load")
"""Actions whose keys are named in tips."""
TIP_SECONDS = 7.0
"""Time to read one twice."""


def draw_loading(ui: Ui, words: Words, title: str, share: float, doing: str, tip: str) -> None:
    """Draw a title, how far (0..1) the preparations are, what is being done, and a tip."""
    screen = Area(ui.surface.get_rect())
    x = max(ui.px(36), round(screen.w * LEFT))
    top = min(round(screen.h * TOP), screen.h - ui.px(HEIGHT))
    column = Area(x, top, min(ui.px(WIDTH), screen.w - 2 * x), screen.h)
    ui.caps(column.cut_top(ui.px(18), ui.px(2)), words("ui.loading"), "accent")
    ui.title(column.cut_top(ui.px(64), ui.px(12)), title, 54)
    meter(ui, column.cut_top(ui.px(4), ui.px(8)), share, "accent")
    ui.label(column.cut_top(ui.px(20), ui.px(28)), doing, "muted", "body", 13)
    _tip(ui, words, column, tip)


def _tip(ui: Ui, words: Words, column: Area, text: str) -> None:
    ui.icon("lightbulb", Rect(column.x, column.y, ui.px(22), ui.px(22)), 18, "accent")
    column.cut_left(ui.px(32))
    ui.caps(column.cut_top(ui.px(22), ui.px(2)), words("screens.loading.tip"), "muted")
    rich(ui, "loading.tip", column.cut_top(rich_height(ui, text, column.w, 15)), text, 15, "text")


def tip_of(words: Words, number: int, key_name: Callable[[str], str]) -> str:
    """The tip whose turn it is; `key_name` names the key of an action."""
    return words(TIPS[number % len(TIPS)], **{action: key_name(action) for action in TIP_KEYS})
