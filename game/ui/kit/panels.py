"""Panels that seldom change are kept as they were drawn."""

import math
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from pygame import Rect, Surface

from game.ui.kit.canvas import Cut
from game.ui.kit.spots import Spot, Tip
from game.ui.kit.theme import Theme
from game.ui.kit.touch import Touch

LATE_SECONDS, MOST_WAITS = 0.010, 10
"""Seconds into a frame from which changed panels wait for the next one, and how many frames they do at most."""


@dataclass(slots=True)
class Kept:
    """A panel as it was last drawn."""

    key: tuple[Hashable, ...]
    """Content, place and attention."""
    finished: bool
    """Whether all of it is there; else it is drawn again as soon as there is time."""
    picture: Surface
    spots: list[Spot]
    tip: Tip | None
    cut: list[Cut]
    waited: int = 0
    """Frames since its content changed."""


class Panels(Touch):
    """Keeps panels, and draws them again when what they show, or the mouse on them, changes."""

    def __init__(self, theme: Theme, scale: float = 1.0) -> None:
        super().__init__(theme, scale)
        self.tip: Tip | None = None
        self.drop_on: str | None = None
        """The target under what is dragged."""
        self.dropped_on: str | None = None
        """The target on which it was dropped in this frame."""
        self.unfinished = False
        """Set by what could not be drawn wholly in this frame: its panel is drawn again in the next."""
        self.redraw_seconds = math.inf
        """Seconds of a frame for panels whose content changed; those beyond it follow in the next frame."""
        self._kept: dict[str, Kept] = {}
        self._opening: set[str] = set()
        """New panels of which a late frame showed the ground only."""
        self._redrawn = 0.0
        self._began = 0.0
        """When the frame began, by the processor's clock."""

    def cached(self, name: str, area: Rect, key: Hashable, draw: Callable[[], None]) -> None:
        """Draw an opaque panel, or show it again as it was while `key` and the mouse on it stay the same."""
        kept = self._kept.get(name)
        own = {spot.id for spot in kept.spots} if kept else set()
        look = (tuple(area), self.scale, self.theme.palette)
        whole = (key, *look, self._attention(area, own), self._carried(kept))
        if kept and kept.finished and kept.key == whole and not self._busy(own):
            self._again(kept, area)
            return
        if kept and kept.key[1:] == whole[1:] and self._can_wait(kept):
            kept.waited += 1
            self._again(kept, area)
            return
        if kept is None and self.late and name not in self._opening:
            self._opening.add(name)
            self.fill(area, "panel")
            return
        self._opening.discard(name)
        began = time.perf_counter()
        first, tip, cut = len(self._spots), self.tip, len(self.cut)
        self.tip, self.unfinished = None, False
        draw()
        picture = kept.picture if kept and kept.picture.get_size() == area.size else Surface(area.size)
        picture.blit(self.surface, (0, 0), area)
        spots, cuts = self._spots[first:], self.cut[cut:]
        self._kept[name] = Kept(whole, not self.unfinished, picture, spots, self.tip, cuts)
        self.tip = self.tip or tip
        self._redrawn += time.perf_counter() - began

    @property
    def late(self) -> bool:
        """Whether this frame took so long already that what can wait should."""
        return self.spent > LATE_SECONDS

    @property
    def spent(self) -> float:
        """Seconds that this frame took so far; none for a `Ui` that is in no hurry."""
        return time.perf_counter() - self._began if self.redraw_seconds != math.inf else 0.0

    def _can_wait(self, kept: Kept) -> bool:
        """Whether this frame has no time left for a panel that shows the same as ever, a little newer."""
        if self.redraw_seconds == math.inf:
            return False
        spent = self._redrawn >= self.redraw_seconds
        most = (
            2 * MOST_WAITS if spent else MOST_WAITS
        )  # so that of several that waited long, one comes a frame
        return kept.waited < most and (self.late or spent)

    def _again(self, kept: Kept, area: Rect) -> None:
        """Show a panel as it was."""
        self.surface.blit(kept.picture, area.topleft)
        self._spots.extend(kept.spots)
        self.cut.extend(kept.cut)
        self.tip = kept.tip or self.tip

    def _attention(self, area: Rect, own: set[str]) -> Hashable:
        focus = self.focus if self.focus in own else None
        if not area.collidepoint(self.inputs.mouse) or (self.hot is not None and self.hot not in own):
            return focus, self.by_keys and focus
        return self.inputs.mouse, self.hot, self.held, self.inputs.down, focus

    def _carried(self, kept: Kept | None) -> Hashable:
        """What a panel with targets shows of what is being dragged."""
        if self.drag is None or kept is None:
            return None
        targets = {spot.id for spot in kept.spots if spot.kind == "drop"}
        return (self.drag.source, self.drop_on if self.drop_on in targets else None) if targets else None

    def _busy(self, own: set[str]) -> bool:
        """Whether something in the panel is clicked, dragged, scrolled, open or typed into, and drawn anew."""
        active = {self.clicked, self.held, self.wheel_on, self.opened, self.dropped_on} - {None}
        typing = bool(self.inputs.keys or self.inputs.typed or self.focus in self.editors)
        return bool(active & own) or (self.focus in own and typing)
