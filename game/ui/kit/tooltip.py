"""The small explanation beside what the mouse rests on."""

from pygame import Rect

from game.ui.kit.markup import unlinked
from game.ui.kit.richtext import rich, setting
from game.ui.kit.ui import Tip, Ui

WIDTH = 290
SIZE = 13
LOW = 0.8
"""Share of the screen below which it lies above its anchor, so as not to cover the row below."""


def draw_tip(ui: Ui, tip: Tip) -> None:
    """Draw it below its anchor, or above where there is no room, and always on the screen."""
    text = unlinked(tip.text)
    made = setting(ui, text, ui.px(WIDTH), SIZE)
    area = Rect(0, 0, made.width + ui.px(24), made.height + ui.px(14))
    area.midtop = (tip.anchor.centerx, tip.anchor.bottom + ui.px(7))
    screen = ui.surface.get_rect().inflate(-8, -8)
    if area.bottom > screen.h * LOW:
        area.bottom = tip.anchor.y - ui.px(7)
    area.clamp_ip(screen)
    ui.shadow(area, 12, 160)
    ui.box(area, "tip", 5, "edge")
    inner = Rect(area.x + ui.px(12), area.y + ui.px(7), made.width + ui.px(4), made.height)
    rich(ui, "tip", inner, text, SIZE)
