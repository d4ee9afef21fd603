"""Mouse and keyboard on rectangles: which is under the mouse, held, clicked, focused."""

from collections.abc import Iterable

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.ui.kit.canvas import Canvas
from game.ui.kit.editing import Editor
from game.ui.kit.inputs import Inputs
from game.ui.kit.order import in_order
from game.ui.kit.spots import OVER_ALL, Drag, Spot
from game.ui.kit.theme import Colour, Theme

REPEAT = (420, 34)
"""Milliseconds until a held key repeats while text is typed, and between repeats."""
ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)


class Touch(Canvas):
    """A canvas whose rectangles can be touched. What is under the mouse is judged by the last frame's."""

    def __init__(self, theme: Theme, scale: float = 1.0) -> None:
        super().__init__(theme, scale)
        self.inputs = Inputs()
        self.now = 0.0
        self.hot: str | None = None
        """What the mouse is on; while the keyboard is used, what has the focus."""
        self.held: str | None = None
        self.pressed_at = (-1, -1)
        self.clicked: str | None = None
        self.focus: str | None = None
        self.by_keys = False
        """Whether the focus was moved by the keyboard, and the mouse not since."""
        self.lead = ""
        """Where Tab begins while nothing has the focus: at the first widget whose id begins so."""
        self.space_presses = True
        """Whether the space bar presses what has the focus, too, even where no modal asks for an answer."""
        self.own_arrows = frozenset[str]()
        """Widgets that move under the arrow keys themselves, and keep the focus."""
        self.submitted: str | None = None
        """The text field in which Enter was pressed."""
        self.opened: str | None = None
        """The widget whose list is open."""
        self.wheel_on: str | None = None
        self.scrolls: dict[str, int] = {}
        """How far each scrolled area is moved, in pixels."""
        self.rooms: dict[str, int] = {}
        """How far each could be."""
        self.editors: dict[str, Editor] = {}
        self.drag: Drag | None = None
        self.sounds: list[str] = []
        """What is to be heard of this frame: `click`, `toggle`, `refuse`, `hover` or `notice`."""
        self._spots: list[Spot] = []
        self._clip: Rect | None = None
        self._hot_since = 0.0
        self._repeating = False

    @property
    def hits(self) -> dict[str, Rect]:
        """Rectangles by id of what can be clicked and isn't covered by a modal."""
        return self.places("click")

    def places(self, kind: str) -> dict[str, Rect]:
        """Rectangles by id of one kind of spots that are not covered by a modal."""
        found: dict[str, Rect] = {}
        for spot in self._spots:
            if spot.kind == "block" and spot.id in OVER_ALL:
                found.clear()
            elif spot.kind == kind:
                found[spot.id] = spot.rect
        return found

    @property
    def asks(self) -> bool:
        """Whether a modal lies over all else that was drawn in this frame."""
        return any(spot.kind == "block" and spot.id == "modal" for spot in self._spots)

    def begin(self, surface: Surface, events: Iterable[Event], now: float) -> None:
        """Start a frame: what is under the mouse is judged by where things were drawn last."""
        self.surface, self.now = surface, now
        self.inputs.take(events, now)
        self.clicked = self.submitted = None
        self.sounds.clear()
        self.cut.clear()
        if self.inputs.moved or self.inputs.press:
            self.by_keys = False
        self._lose_focus()
        self._keyboard()
        hot = self._under()
        if hot != self.hot:
            self._hot_since = now
            self._hover(hot)
        self.hot = hot
        self.wheel_on = self._top(("scroll", "block")) if self.inputs.wheel else None
        self._press()
        self._repeat()
        self._spots = []

    def _lose_focus(self) -> None:
        """What is gone, or covered by a modal, has the focus no more."""
        if self.focus is not None and self.focus not in self.hits and self.focus not in self.places("drop"):
            self.editors.pop(self.focus, None)
            self.focus = None

    def _under(self) -> str | None:
        if self.by_keys and self.focus in self.hits:
            return self.focus
        return self._top(("click", "drag", "block"))

    def _hover(self, hot: str | None) -> None:
        if hot is not None and hot != "map" and hot in self.hits:
            self.sounds.append("hover")

    def _top(self, kinds: tuple[str, ...]) -> str | None:
        for spot in reversed(self._spots):
            if spot.kind in kinds and spot.rect.collidepoint(self.inputs.mouse):
                return spot.id
        return None

    def _press(self) -> None:
        if self.inputs.press:
            self.held, self.focus, self.pressed_at = self.hot, None, self.inputs.mouse
        if self.inputs.release:
            if self.held == self.hot and self.drag is None:
                self.clicked = self.hot
            self.held = None

    def _repeat(self) -> None:
        """Let held keys repeat while text is typed, and only then: they give orders elsewhere."""
        typing = self.focus in self.editors
        if typing != self._repeating:
            pygame.key.set_repeat(*(REPEAT if typing else (0, 0)))
            self._repeating = typing

    # the keyboard

    def _keyboard(self) -> None:
        if not self.inputs.keys:
            return
        carrying = self.drag is not None and self.drag.by_keys
        ids = in_order(self.places("drop" if carrying else "click"))
        for event in list(self.inputs.keys):
            if event.key == pygame.K_TAB and ids:
                self._next(ids, -1 if event.mod & pygame.KMOD_SHIFT else 1)
                self.inputs.keys.remove(event)
            elif event.key in ENTER and self._enters(event.key, ids):
                self.clicked, self.by_keys = self.focus, True
                self.inputs.keys.remove(event)

    def _enters(self, key: int, ids: list[str]) -> bool:
        """Whether this key clicks what has the focus. The space bar does only where Tab led there."""
        if self.focus not in ids or self.focus in self.editors or self.drag is not None:
            return False
        presses = self.by_keys and (self.space_presses or self.asks)
        return key != pygame.K_SPACE or (presses and self.focus not in self.places("grip"))

    def _next(self, ids: list[str], step: int) -> None:
        if self.focus in ids and not (self.lead and self.points_by_keys):
            at = ids.index(self.focus) + step
        else:
            first = next((at for at, name in enumerate(ids) if self.lead and name.startswith(self.lead)), 0)
            at = first if step > 0 else first - 1
        self.focus, self.by_keys = ids[at % len(ids)], True

    def lead_to(self, prefix: str) -> None:
        """Let Tab begin at what has just opened; what had the focus by the keyboard gives it up."""
        self.lead = prefix
        if self.by_keys and self.focus not in self.editors and not self.points_by_keys:
            self.focus = None

    @property
    def points_by_keys(self) -> bool:
        """Whether the keyboard is on what moves under the arrow keys: Enter clicks what is in its middle."""
        return self.by_keys and self.focus in self.own_arrows

    def pointer(self, area: Rect) -> tuple[int, int]:
        """The point of the screen that is pointed at: the mouse, or by the keyboard the middle of such an area."""
        return area.center if self.points_by_keys else self.inputs.mouse

    # taking part in input

    def spot(self, name: str, rect: Rect, kind: str = "click", radius: float = 6) -> None:
        """Register a rectangle; what is clipped away can't be hit."""
        seen = Rect(rect) if self._clip is None else Rect(rect).clip(self._clip)
        if seen.w > 0 and seen.h > 0:
            self._spots.append(Spot(name, seen, kind, radius))

    def hit(self, name: str, rect: Rect, radius: float = 6) -> tuple[bool, bool]:
        """Register what can be clicked; returns whether the mouse is on it, and whether it was clicked."""
        self.spot(name, rect, radius=radius)
        return self.hot == name, self.clicked == name

    def ring(self, rect: Rect, colour: Colour, radius: float = 6) -> None:
        """A ring around what is chosen, or what the keyboard is on."""
        pygame.draw.rect(self.surface, self.rgb(colour), rect, max(1, self.px(2)), self.px(radius))

    def show_focus(self, name: str | None) -> None:
        """A ring around a widget: what the keyboard is on. A link shows it by itself, field for field."""
        for spot in reversed(self._spots):
            if spot.id == name and spot.kind == "click" and ".link." not in spot.id:
                gap = self.px(3)
                around = spot.rect.inflate(2 * gap, 2 * gap)
                if spot.id in self.own_arrows:
                    around = spot.rect.inflate(-2 * gap, -2 * gap)  # it reaches to the panels around it
                self.ring(around, "text", spot.radius + 2)
                return

    def cover(self, name: str, rect: Rect) -> None:
        """What lies below `rect` can't be clicked."""
        self.spot(name, rect, "block")

    def clip(self, rect: Rect | None) -> Rect | None:
        """Draw and register only inside `rect`; returns what held before, to be given back."""
        before = self._clip
        self._clip = None if rect is None else Rect(rect)
        self.surface.set_clip(self._clip)
        return before

    def near(self) -> str:
        """The id registered last: what is being drawn now."""
        return self._spots[-1].id if self._spots else ""
