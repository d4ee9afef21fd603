"""Explanations beside what the mouse rests on. A link in one opens the next, while the mouse is on the first."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.kit.markup import LINK, unlinked
from game.ui.kit.spots import Tip

if TYPE_CHECKING:
    from game.ui.kit.ui import Ui

WIDTH = 290
SIZE = 13
TIP_DELAY = 0.25
"""Seconds the mouse rests before a tooltip shows."""
BY_KEYS = (0.8, 7.0)
"""Seconds of rest from which and until which the keyboard's focus explains itself: it covers its neighbours."""
GRACE = 0.35
"""Seconds that a tooltip with links stays after the mouse left, so that the mouse can reach it."""
GAP = 7
LOW = 0.8
"""Share of the screen below which it lies above its anchor, so as not to cover the row below."""


@dataclass(slots=True)
class Shown:
    """A tooltip that is open."""

    tip: Tip
    linked: bool
    """Whether it has links to go on from; only such tooltips wait for the mouse."""


class Tips:
    """The open tooltips: the first, then what was opened from its links."""

    def __init__(self) -> None:
        self.open: list[Shown] = []
        self._wanted_at = 0.0

    def draw(self, ui: "Ui") -> str | None:
        """Open, keep and close tooltips, and draw them; returns the link that was clicked in one."""
        asked, level = ui.tip, self._level(ui)
        if level >= 0:
            self._wanted_at = ui.now
        elif ui.inputs.press:
            self.open.clear()
        elif asked is not None:
            self._first(ui, asked)
        elif not (self.open and self.open[0].linked and ui.now - self._wanted_at < GRACE):
            self.open.clear()
        followed, number = None, 0
        while number < len(self.open):
            followed = self._draw(ui, number, level) or followed
            number += 1
        ui.tip = asked
        if followed:
            self.open.clear()
        return followed

    def _level(self, ui: "Ui") -> int:
        """The open tooltip that the mouse is on, −1 for none."""
        part = (ui.hot or "").split(".")
        here = part[0] == "tip" and len(part) > 1 and part[1].isdigit()
        return int(part[1]) if here and int(part[1]) < len(self.open) else -1

    def _first(self, ui: "Ui", asked: Tip) -> None:
        """Show what is asked for: at once when it is shown already, else when the mouse rests."""
        same = bool(self.open) and self.open[0].tip.anchor == asked.anchor
        untimely = ui.by_keys and not BY_KEYS[0] <= ui.resting() < BY_KEYS[1]
        if ui.inputs.down or ui.drag is not None or untimely:
            self.open.clear()
        elif same or ui.resting() >= ui.tip_delay:
            self._wanted_at = ui.now
            self.open[:] = [self._shown(ui, asked)]
        elif not (self.open and self.open[0].linked and ui.now - self._wanted_at < GRACE):
            self.open.clear()

    def _shown(self, ui: "Ui", tip: Tip) -> Shown:
        linked = ui.glossary is not None and LINK.search(tip.text) is not None
        return Shown(tip if linked else Tip(unlinked(tip.text), tip.anchor, tip.beside), linked)

    def _draw(self, ui: "Ui", number: int, level: int) -> str | None:
        """Draw one; a link in it under the mouse opens the next, and the mouse on it closes what is above."""
        link, child = _drawn(ui, self.open[number].tip, f"tip.{number}")
        if level == number:
            above = self.open[number + 1] if number + 1 < len(self.open) else None
            if child is not None and ui.resting() >= ui.tip_delay:
                self.open[number + 1 :] = [self._shown(ui, child)]
            elif above is not None and child is None and ui.resting() >= GRACE:
                del self.open[number + 1 :]
        return link


def _drawn(ui: "Ui", tip: Tip, name: str) -> tuple[str | None, Tip | None]:
    """Draw a tooltip; returns the link that was clicked in it, and the tooltip that one in it asks for."""
    ui.tip = None
    link = draw_tip(ui, tip, name)
    return link, ui.tip


def draw_tip(ui: "Ui", tip: Tip, name: str = "tip") -> str | None:
    """Draw it below its anchor, above where there is no room, or beside it; and always on the screen."""
    area = Rect((0, 0), tip_size(ui, tip.text))
    area.midtop = (tip.anchor.centerx, tip.anchor.bottom + ui.px(GAP))
    screen = ui.surface.get_rect().inflate(-8, -8)
    if tip.beside:
        area.topleft = (tip.anchor.right + ui.px(GAP), tip.anchor.y)
    elif area.bottom > screen.h * LOW:
        area.bottom = tip.anchor.y - ui.px(GAP)
    area.clamp_ip(screen)
    if LINK.search(tip.text):
        ui.cover(name, _with_bridge(area, tip.anchor))
    return tip_box(ui, name, area, tip.text)


def tip_size(ui: "Ui", text: str) -> tuple[int, int]:
    """How large a tooltip gets."""
    from game.ui.kit.richtext import setting

    made = setting(ui, text, ui.px(WIDTH), SIZE)
    return made.width + ui.px(24), made.height + ui.px(14)


def tip_box(ui: "Ui", name: str, area: Rect, text: str) -> str | None:
    """Draw a tooltip into `area`; returns the link that was clicked in it."""
    from game.ui.kit.richtext import rich

    ui.shadow(area, 12, 160)
    ui.box(area, "tip", 5, "edge")
    inner = Rect(area.x + ui.px(12), area.y + ui.px(7), area.w - ui.px(20), area.h)
    return rich(ui, name, inner, text, SIZE)


def _with_bridge(area: Rect, anchor: Rect) -> Rect:
    """The tooltip with the gap up to its anchor, so that the mouse can cross it."""
    if area.x >= anchor.right:
        return Rect(anchor.right, area.y, area.right - anchor.right, area.h)
    if area.y >= anchor.bottom:
        return Rect(area.x, anchor.bottom, area.w, area.bottom - anchor.bottom)
    if area.bottom <= anchor.y:
        return Rect(area.x, area.y, area.w, anchor.y - area.y)
    return area
