"""Short news that slide in, stay while they are read, and go by themselves."""

from dataclasses import dataclass

from pygame import Rect

from game.ui.kit.layout import Area
from game.ui.kit.richtext import rich, rich_height
from game.ui.kit.tones import tone_colour, tone_icon
from game.ui.kit.ui import Ui

SECONDS = 7.0
SLIDE = 0.22
"""Seconds of coming and going."""
MOST = 4
"""Toasts at a time; the oldest makes room."""
WIDTH, GAP = 340, 8


@dataclass(slots=True)
class Toast:
    """One piece of news: rich text, with a tone and a sign."""

    id: int
    text: str
    tone: str
    icon: str
    left: float
    """Seconds it still stays; not counted down while the mouse is on it."""
    age: float = 0.0


class Toasts:
    """The news on the screen, the newest below."""

    def __init__(self) -> None:
        self.shown: list[Toast] = []
        self._count = 0
        self._then = 0.0

    def add(self, text: str, tone: str = "info", icon: str = "", seconds: float = SECONDS) -> int:
        """Show a piece of news; one with the same words that is still there stays longer instead."""
        for toast in self.shown:
            if toast.text == text and toast.left > 0:
                toast.left = seconds
                return toast.id
        self._count += 1
        self.shown.append(Toast(self._count, text, tone, icon or tone_icon(tone), seconds))
        for toast in self.shown[:-MOST]:
            toast.left = min(toast.left, 0.0)
        return self._count

    def close(self, id: int) -> None:
        """Let one go."""
        for toast in self.shown:
            toast.left = 0.0 if toast.id == id else toast.left

    def draw(self, ui: Ui, area: Rect, quiet: bool = False) -> str | None:
        """Draw them in the lower right of `area`; returns the link that was clicked. `quiet`: without sliding."""
        seconds, self._then = max(0.0, min(0.1, ui.now - self._then)), ui.now
        self.shown = [toast for toast in self.shown if toast.left > -SLIDE]
        bottom, clicked = area.bottom - ui.px(GAP), None
        for toast in reversed(self.shown):
            link, height = self._draw(ui, toast, area, bottom, seconds, quiet)
            clicked = link or clicked
            bottom -= height
        return clicked

    def _draw(
        self, ui: Ui, toast: Toast, area: Rect, bottom: int, seconds: float, quiet: bool
    ) -> tuple[str | None, int]:
        name = f"toast.{toast.id}"
        width = min(ui.px(WIDTH), area.w - 2 * ui.px(GAP))
        text_width = width - ui.px(44 + 34)
        height = max(ui.px(44), rich_height(ui, toast.text, text_width, 14) + ui.px(20))
        share = 1.0 if quiet else _eased(toast)
        box = Area(area.right - ui.px(GAP) - round(width * share), bottom - height, width, height)
        if not toast.age:
            ui.sounds.append("notice")
        reading = f"{ui.hot}.".startswith(f"{name}.")
        toast.age += seconds
        toast.left -= 0.0 if reading and toast.left > 0 else seconds
        link = toast_card(ui, toast, box, name, text_width)
        if ui.clicked == f"{name}.close":
            toast.left = 0.0
        return link, round((height + ui.px(GAP)) * share)


def _eased(toast: Toast) -> float:
    """How far it has come in: 0 outside, 1 wholly."""
    share = min(1.0, toast.age / SLIDE, (toast.left + SLIDE) / SLIDE)
    return 1 - (1 - max(0.0, share)) ** 3


def toast_card(ui: Ui, toast: Toast, box: Area, name: str, width: int) -> str | None:
    """Draw one into `box`, its words `width` pixels wide; returns the link that was clicked."""
    colour = tone_colour(toast.tone)
    ui.shadow(box, 14, 170)
    ui.cover(name, box)
    ui.box(box, "card", 6, "edge")
    ui.box(Rect(box.x, box.y + ui.px(8), ui.px(3), box.h - ui.px(16)), colour, 2)
    if toast.left > 0:
        _time(ui, box, min(1.0, toast.left / SECONDS), ui.theme.mix(colour, "card", 0.45))
    left = Area(box)
    ui.icon(toast.icon, left.cut_left(ui.px(44)), 20, colour)
    close = left.cut_right(ui.px(34))
    hot, _ = ui.hit(f"{name}.close", close)
    ui.icon("x", close, 16, "text" if hot else "dim")
    high = rich_height(ui, toast.text, width, 14)
    return rich(ui, name, Rect(left.x, box.centery - high // 2, width, high), toast.text, 14)


def _time(ui: Ui, box: Rect, share: float, colour: tuple[int, int, int]) -> None:
    """A thin line below: how long it still stays."""
    inner = box.inflate(-ui.px(12), 0)
    ui.fill(Rect(inner.x, box.bottom - ui.px(3), round(inner.w * share), max(1, ui.px(1))), colour)
