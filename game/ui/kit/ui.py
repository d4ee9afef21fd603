"""Between frames: where widgets are, which is under the mouse, held or focused, and what is kept drawn."""

import time
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.ui.kit.canvas import Canvas
from game.ui.kit.inputs import Inputs
from game.ui.kit.theme import Colour, Theme

REDRAW_SECONDS = 0.004
"""Seconds of a frame for panels whose content changed; those beyond it follow in the next frame."""
TIP_DELAY = 0.25
"""Seconds the mouse rests before a tooltip shows."""


@dataclass(slots=True)
class Spot:
    """A rectangle that takes part in input. Later ones lie above earlier ones."""

    id: str
    rect: Rect
    kind: str
    """`click`, `drag`, `scroll` (takes the wheel only) or `block` (takes everything)."""


@dataclass(slots=True)
class Tip:
    """A tooltip asked for in this frame: rich text beside a rectangle."""

    text: str
    anchor: Rect


@dataclass(slots=True)
class Kept:
    """A panel as it was last drawn."""

    key: tuple[Hashable, ...] | None
    """Content, place and attention; None when it is to be drawn again."""
    picture: Surface
    spots: list[Spot]
    tip: Tip | None


class Ui(Canvas):
    """A canvas that knows the mouse. Call `begin`, draw, `end`, once a frame."""

    def __init__(self, theme: Theme, scale: float = 1.0) -> None:
        super().__init__(theme, scale)
        self.inputs = Inputs()
        self.now = 0.0
        self.hot: str | None = None
        self.held: str | None = None
        self.clicked: str | None = None
        self.focus: str | None = None
        self.wheel_on: str | None = None
        self.scrolls: dict[str, int] = {}
        self.tip: Tip | None = None
        self.tip_delay = TIP_DELAY
        self.unfinished = False
        """Set by what could not be drawn wholly in this frame: its panel is drawn again in the next."""
        self._spots: list[Spot] = []
        self._clip: Rect | None = None
        self._kept: dict[str, Kept] = {}
        self._hot_since = 0.0
        self.redraw_seconds = REDRAW_SECONDS
        self._redrawn = 0.0

    @property
    def hits(self) -> dict[str, Rect]:
        """Rectangles by id of what can be clicked and isn't covered by a modal."""
        found: dict[str, Rect] = {}
        for spot in self._spots:
            if spot.kind == "block" and spot.id == "modal":
                found.clear()
            elif spot.kind == "click":
                found[spot.id] = spot.rect
        return found

    def begin(self, surface: Surface, events: Iterable[Event], now: float) -> None:
        """Start a frame: what is under the mouse is judged by where things were drawn last."""
        self.surface, self.now = surface, now
        self.inputs.take(events, now)
        self.clicked = self.tip = None
        hot = self._top(("click", "drag", "block"))
        if hot != self.hot:
            self._hot_since = now
        self.hot = hot
        self.wheel_on = self._top(("scroll", "block")) if self.inputs.wheel else None
        self._press()
        self._keyboard()
        self._spots, self._redrawn = [], 0.0

    def _top(self, kinds: tuple[str, ...]) -> str | None:
        for spot in reversed(self._spots):
            if spot.kind in kinds and spot.rect.collidepoint(self.inputs.mouse):
                return spot.id
        return None

    def _press(self) -> None:
        if self.inputs.press:
            self.held, self.focus = self.hot, None
        if self.inputs.release:
            self.clicked = self.hot if self.held == self.hot else None
            self.held = None

    def _keyboard(self) -> None:
        ids = list(self.hits)
        for event in list(self.inputs.keys):
            if event.key == pygame.K_TAB and ids:
                step = -1 if event.mod & pygame.KMOD_SHIFT else 1
                at = ids.index(self.focus) + step if self.focus in ids else 0
                self.focus = ids[at % len(ids)]
                self.inputs.keys.remove(event)
            elif event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and self.focus in ids:
                self.clicked = self.focus
                self.inputs.keys.remove(event)

    def end(self) -> None:
        """Finish a frame: tooltips lie above all."""
        from game.ui.kit.tooltip import draw_tip

        if self.tip and not self.inputs.down and self.now - self._hot_since >= self.tip_delay:
            draw_tip(self, self.tip)

    # taking part in input

    def spot(self, name: str, rect: Rect, kind: str = "click") -> None:
        """Register a rectangle; what is clipped away can't be hit."""
        seen = Rect(rect) if self._clip is None else Rect(rect).clip(self._clip)
        if seen.w > 0 and seen.h > 0:
            self._spots.append(Spot(name, seen, kind))

    def hit(self, name: str, rect: Rect) -> tuple[bool, bool]:
        """Register what can be clicked; returns whether the mouse is on it, and whether it was clicked."""
        self.spot(name, rect)
        if self.focus == name:
            self.ring(rect, "accent")
        return self.hot == name, self.clicked == name

    def ring(self, rect: Rect, colour: Colour, radius: float = 6) -> None:
        """A ring around what is chosen, or what the keyboard is on."""
        pygame.draw.rect(self.surface, self.rgb(colour), rect, max(1, self.px(2)), self.px(radius))

    def cover(self, name: str, rect: Rect) -> None:
        """What lies below `rect` can't be clicked."""
        self.spot(name, rect, "block")

    def explain(self, text: str, anchor: Rect) -> None:
        """Show a tooltip beside `anchor` in this frame."""
        if text:
            self.tip = Tip(text, Rect(anchor))

    def clip(self, rect: Rect | None) -> Rect | None:
        """Draw and register only inside `rect`; returns what held before, to be given back."""
        before = self._clip
        self._clip = None if rect is None else Rect(rect)
        self.surface.set_clip(self._clip)
        return before

    # panels that seldom change

    def cached(self, name: str, area: Rect, key: Hashable, draw: Callable[[], None]) -> None:
        """Draw an opaque panel, or show it again as it was while `key` and the mouse on it stay the same."""
        kept = self._kept.get(name)
        own = {spot.id for spot in kept.spots} if kept else set()
        whole = (key, tuple(area), self.scale, self._attention(area, own))
        if kept and kept.key == whole and not self._busy(own):
            self._again(kept, area)
            return
        if kept and kept.key and self._redrawn >= self.redraw_seconds and kept.key[1:] == whole[1:]:
            self._again(kept, area)
            return
        began = time.perf_counter()
        first, tip = len(self._spots), self.tip
        self.tip, self.unfinished = None, False
        draw()
        picture = kept.picture if kept and kept.picture.get_size() == area.size else Surface(area.size)
        picture.blit(self.surface, (0, 0), area)
        held = None if self.unfinished else whole
        self._kept[name] = Kept(held, picture, self._spots[first:], self.tip)
        self.tip = self.tip or tip
        self._redrawn += time.perf_counter() - began

    def _again(self, kept: Kept, area: Rect) -> None:
        """Show a panel as it was."""
        self.surface.blit(kept.picture, area.topleft)
        self._spots.extend(kept.spots)
        self.tip = kept.tip or self.tip

    def _attention(self, area: Rect, own: set[str]) -> Hashable:
        focus = self.focus if self.focus in own else None
        if not area.collidepoint(self.inputs.mouse) or (self.hot is not None and self.hot not in own):
            return focus
        return self.inputs.mouse, self.hot, self.held, self.inputs.down, focus

    def _busy(self, own: set[str]) -> bool:
        """Whether something in the panel is clicked, dragged, scrolled or typed into, and drawn anew."""
        active = {self.clicked, self.held, self.wheel_on} - {None}
        return bool(active & own) or (self.focus in own and bool(self.inputs.keys or self.inputs.typed))
