"""The arrow keys: from what has the focus to its neighbour, scrolling along."""

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

if TYPE_CHECKING:
    from game.ui.kit.ui import Ui

WAYS = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}
ASIDE = 3
"""How much further a pixel aside counts than a pixel ahead."""
LEAD = 48
"""Pixels that a list scrolls ahead of the focus, at scale 1."""


def steer(ui: "Ui") -> None:
    """Move the focus by arrow keys that no widget took. Without a focus they are the screen's."""
    if ui.drag is not None and ui.drag.by_keys:
        places = ui.places("drop")
    else:
        places = ui.hits
    if ui.focus not in places or ui.focus in ui.editors or ui.focus in ui.own_arrows:
        return
    places = {name: rect for name, rect in places.items() if not name.startswith("tip.")}
    for key, way in WAYS.items():
        if ui.inputs.key(key):
            _go(ui, places, way)


def _go(ui: "Ui", places: dict[str, Rect], way: tuple[int, int]) -> None:
    here = places[ui.focus or ""]
    scroll = _scroll_around(ui, here)
    found = _nearest(places, ui.focus, here, way, scroll[1] if scroll else None)
    if scroll and way[1] and _scrolls(ui, scroll, places[found] if found else here, way[1]):
        ui.focus, ui.by_keys = found or ui.focus, True
        return
    found = found or _nearest(places, ui.focus, here, way, None)
    if found:
        ui.focus, ui.by_keys = found, True


def _scroll_around(ui: "Ui", here: Rect) -> tuple[str, Rect] | None:
    """The innermost scrolled area around a rectangle."""
    found = [(name, rect) for name, rect in ui.places("scroll").items() if rect.contains(here)]
    return min(found, key=lambda one: one[1].w * one[1].h) if found else None


def _scrolls(ui: "Ui", scroll: tuple[str, Rect], goal: Rect, way: int) -> bool:
    """Scroll ahead when the goal is near the edge; the area itself keeps within its content."""
    name, area = scroll
    lead = min(ui.px(LEAD), area.h // 3)
    over = goal.bottom + lead - area.bottom if way > 0 else area.y + lead - goal.y
    if over <= 0:
        return False
    before, room = ui.scrolls.get(name, 0), ui.rooms.get(name, 0)
    ui.scrolls[name] = max(0, min(room, before + way * over))
    return ui.scrolls[name] != before


def _nearest(
    places: dict[str, Rect], own: str | None, here: Rect, way: tuple[int, int], within: Rect | None
) -> str | None:
    best, name = 1 << 30, None
    for other, rect in places.items():
        if other == own or (within is not None and not within.contains(rect)):
            continue
        ahead, aside = _distance(here, rect, way)
        if ahead > 0 and ahead + ASIDE * aside < best:
            best, name = ahead + ASIDE * aside, other
    return name


def _distance(here: Rect, there: Rect, way: tuple[int, int]) -> tuple[int, int]:
    """How far ahead, and how far aside, another rectangle lies."""
    if way[0]:
        ahead = (there.centerx - here.centerx) * way[0]
        gap = max(there.y - here.bottom, here.y - there.bottom, -1) + 1
        clear = there.x >= here.centerx if way[0] > 0 else there.right <= here.centerx
    else:
        ahead = (there.centery - here.centery) * way[1]
        gap = max(there.x - here.right, here.x - there.right, -1) + 1
        clear = there.y >= here.centery if way[1] > 0 else there.bottom <= here.centery
    off = abs(there.centery - here.centery) if way[0] else abs(there.centerx - here.centerx)
    return (ahead, gap + off // 8) if clear else (0, 0)
