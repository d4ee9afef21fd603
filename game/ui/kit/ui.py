"""The whole of a frame's widgets: panels, lists that open, tooltips, and what is carried by the mouse."""

import time
from collections.abc import Callable, Iterable

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.ui.kit.markup import safe
from game.ui.kit.panels import Panels
from game.ui.kit.spots import Drag, Spot, Tip
from game.ui.kit.steer import steer
from game.ui.kit.theme import Colour, Theme
from game.ui.kit.tooltip import TIP_DELAY, Tips

__all__ = ["TIP_DELAY", "Drag", "Spot", "Tip", "Ui"]
GHOST = 215
"""Opacity of what is carried."""


class Ui(Panels):
    """A canvas that knows mouse and keyboard. Call `begin`, draw, `end`, once a frame."""

    def __init__(self, theme: Theme, scale: float = 1.0) -> None:
        super().__init__(theme, scale)
        self.glossary: Callable[[str], str] | None = None
        """Explains a link in rich text, empty where there is nothing to say: what a tooltip's links open."""
        self.followed: str | None = None
        """The link that was clicked in a tooltip; known after `end`."""
        self.tips = Tips()
        self.tip_delay = TIP_DELAY
        self._veiled = self._was_veiled = False
        self._spots_before: list[Spot] = []
        self._above: list[Callable[[], None]] = []

    def begin(
        self, surface: Surface, events: Iterable[Event], now: float, began: float | None = None
    ) -> None:
        """Start a frame: what is under the mouse is judged by where things were drawn last.

        `began`: when the frame's other work began, in seconds of `time.perf_counter`; now, unless given.
        """
        self.tip, self._redrawn = None, 0.0
        self._began = time.perf_counter() if began is None else began
        self._was_veiled, self._veiled = self._veiled, False
        self._carry_seen = self.places("drop") if self.drag else {}
        self._spots_before = self._spots
        super().begin(surface, events, now)
        self._carry()

    @property
    def covers_before(self) -> list[Rect]:
        """What lay over the desk's ground in the frame before: cards, strips, dialogs."""
        return [spot.rect for spot in self._spots_before if spot.kind == "block"]

    def end(self) -> None:
        """Finish a frame: open lists, tooltips and what is carried lie above all."""
        above, self._above = self._above, []
        for draw in above:
            draw()
        if self.opened is not None and not above:
            self.opened = None  # its widget is gone
        if self.by_keys and self.focus in self.hits:
            self.show_focus(self.focus)
        self.followed = self.tips.draw(self)
        self._ghost()
        steer(self)

    def above(self, draw: Callable[[], None]) -> None:
        """Draw something later in this frame, above all panels."""
        self._above.append(draw)

    def explain(self, text: str, anchor: Rect, beside: bool = False) -> None:
        """Show a tooltip at `anchor` in this frame: below it, or `beside` it."""
        if text:
            self.tip = Tip(text, Rect(anchor), beside)

    def hush(self) -> None:
        """Let nothing that was drawn so far explain itself: a dialog lies above it."""
        self.tip, self._veiled = None, True
        if not self._was_veiled:
            self.tips.open.clear()

    def brief(
        self,
        area: Rect,
        text: str,
        colour: Colour = "text",
        face: str = "body",
        size: float = 14,
        align: str = "left",
        short: str = "",
    ) -> int:
        """A label that may be cut on purpose, as a name in a narrow row: cut, it says the whole under the mouse.

        `short` stands for it where the whole does not fit.
        """
        if self.width(text, face, size) > area.w:
            if self._rests_on(area):
                self.explain(safe(text), area)
            text = self.shortened(short or text, area.w, face, size)
        return self.label(area, text, colour, face, size, align)

    def title(self, area: Rect, text: str, size: float, least: float = 16, colour: Colour = "text") -> int:
        """A title as large as fits, from `size` down to `least`; one longer still is cut as by `brief`."""
        while size > least and self.width(text, "title", size) > area.w:
            size -= 1
        return self.brief(area, text, colour, "title", size)

    def _rests_on(self, area: Rect) -> bool:
        """Whether the mouse is on `area`, and on nothing that lies above it."""
        seen = area if self._clip is None else area.clip(self._clip)
        below = self.hot is None or any(spot.id == self.hot for spot in self._spots)
        return below and seen.collidepoint(self.inputs.mouse)

    def resting(self) -> float:
        """Seconds since the mouse came to what it is on now."""
        return self.now - self._hot_since

    def meaning(self, link: str) -> str:
        """What the glossary says of a link."""
        return self.glossary(link) if self.glossary else ""

    # dragging

    def pick_up(self, name: str, payload: object, ghost: Surface, grip: tuple[int, int]) -> None:
        """Begin to carry something; the keyboard does it with the space bar."""
        ghost.set_alpha(GHOST)
        self.drag = Drag(name, payload, ghost, grip, by_keys=self.by_keys)

    def _carry(self) -> None:
        """See where what is carried is, and whether it was let go there."""
        self.drop_on = self.dropped_on = None
        if self.drag is None:
            return
        self.drop_on = self._target()
        put_down = self.inputs.release
        if self.drag.by_keys:
            put_down = self.inputs.key(pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
        if put_down:
            self.dropped_on = self.drop_on
        if put_down or self.inputs.right or self.inputs.key(pygame.K_ESCAPE):
            self._letting_go = True

    def _target(self) -> str | None:
        """The target under what is carried. A tooltip or panel in between hides it."""
        if self.drag is not None and self.drag.by_keys:
            return self.focus if self.focus in self._carry_seen else None
        for spot in reversed(self._spots_before):
            if spot.kind in ("drop", "block") and spot.rect.collidepoint(self.inputs.mouse):
                return spot.id if spot.kind == "drop" else None
        return None

    _letting_go = False

    def _ghost(self) -> None:
        """Draw what is carried at the mouse, or over the target that the keyboard is on."""
        if self.drag is None:
            return
        if self._letting_go:
            self.drag, self._letting_go = None, False
            return
        x, y = self.inputs.mouse
        at = (x - self.drag.grip[0], y - self.drag.grip[1])
        if self.drag.by_keys:
            target = self.places("drop").get(self.focus or "")
            if target is None:
                return
            at = self.drag.ghost.get_rect(center=target.center).topleft
        self.shadow(self.drag.ghost.get_rect(topleft=at), 10, 140)
        self.surface.blit(self.drag.ghost, at)
