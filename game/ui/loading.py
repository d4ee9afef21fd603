"""The screen while a game is made ready: what is being done, and truly how far it is."""

from pygame import Rect

from game.ui.kit import Area, Ui, meter
from game.ui.words import Words

WIDTH = 460


def draw_loading(ui: Ui, words: Words, title: str, share: float, doing: str = "") -> None:
    """Draw a title, how far (0..1) the preparations are, and what is being done."""
    screen = Area(ui.surface.get_rect())
    ui.fill(screen, "bg")
    box = screen.middle(min(ui.px(WIDTH), screen.w - ui.px(32)), ui.px(150))
    _panes(ui, Rect(box.x, box.y, box.w, ui.px(30)), share)
    box.cut_top(ui.px(46))
    ui.label(box.cut_top(ui.px(44), ui.px(10)), title, "text", "title", 34, "centre")
    meter(ui, box.cut_top(ui.px(5), ui.px(12)), share, "accent")
    ui.label(box.cut_top(ui.px(20)), doing or words("ui.loading_hint"), "muted", "body", 13, "centre")


def _panes(ui: Ui, area: Rect, share: float) -> None:
    """Seven panes of glass that light up one after the other."""
    count, side, gap = 7, ui.px(16), ui.px(6)
    x = area.centerx - (count * (side + gap) - gap) // 2
    for pane in range(count):
        lit = max(0.0, min(1.0, share * count - pane))
        colour = ui.theme.mix("raised", (111, 191, 160), lit)
        ui.box(Rect(x + pane * (side + gap), area.y, side, area.h), colour, 3)
