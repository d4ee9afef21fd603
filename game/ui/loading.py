"""The screen while pictures are drawn for the first time."""

from pygame import Rect

from game.ui.kit import Area, Ui, meter
from game.ui.words import Words

WIDTH = 420


def draw_loading(ui: Ui, words: Words, title: str, share: float) -> None:
    """Draw a title and how far (0..1) the preparations are."""
    screen = Area(ui.surface.get_rect())
    ui.fill(screen, "bg")
    box = screen.middle(min(ui.px(WIDTH), screen.w - ui.px(32)), ui.px(150))
    ui.icon("lock", Rect(box.x, box.y, box.w, ui.px(36)), 34, "accent")
    box.cut_top(ui.px(46))
    ui.label(box.cut_top(ui.px(36), ui.px(10)), title, "text", "title", 30, "centre")
    meter(ui, box.cut_top(ui.px(6), ui.px(10)), share, "accent")
    ui.label(box.cut_top(ui.px(20)), words("ui.loading_hint"), "muted", "body", 13, "centre")
