"""An area with more in it than fits: the wheel moves it, a thin bar shows where one is and can be dragged."""

from collections.abc import Callable

from pygame import Rect

from game.ui.kit.layout import Area
from game.ui.kit.shapes import fade
from game.ui.kit.ui import Ui

STEP = 42
"""Pixels a notch of the wheel, at scale 1."""
FADE = 16
"""Pixels over which what is cut at an edge fades."""
BAR, GUTTER = 5, 10
"""Width of the bar, and of the strip it lies in."""


def scroll_area(
    ui: Ui, name: str, area: Rect, height: int, draw: Callable[[Area], None], ground: str = "panel"
) -> None:
    """Show `height` pixels of content in `area`; `draw` gets the whole content's rectangle, moved.

    `ground` is the colour below it, into which rows at the edges fade. Where there is a bar, the content gets
    less width: if its height depends on that, as that of texts does, `scroll_measured` is the one to use.
    """
    room = max(0, height - area.h)
    ui.spot(name, area, "scroll")
    offset = ui.scrolls.get(name, 0)
    if ui.wheel_on == name:
        offset -= ui.inputs.wheel * ui.px(STEP)
    offset = _drag(ui, f"{name}.bar", area, height, max(0, min(room, offset)))
    ui.scrolls[name], ui.rooms[name] = offset, room
    before = ui.clip(area)
    gutter = ui.px(GUTTER) if room else 0
    draw(Area(area.x, area.y - offset, area.w - gutter, max(height, area.h)))
    ui.clip(before)
    if room:
        _fades(ui, area, offset, room, ground)
        _bar(ui, f"{name}.bar", area, height, offset)


def scroll_measured(
    ui: Ui, name: str, area: Rect, measure: Callable[[int], int], draw: Callable[[Area], None]
) -> None:
    """The same for content whose height depends on its width: `measure(width)` says how high it gets.

    It is measured with the width that it will have, so that no line wraps otherwise than was reckoned with.
    """
    height = measure(area.w)
    if height > area.h:
        height = measure(area.w - ui.px(GUTTER))
    scroll_area(ui, name, area, height, draw)


def scroll_content(ui: Ui, name: str, area: Rect, draw: Callable[[Area], None]) -> None:
    """The same for content that cuts itself off the top of its rectangle: its height is as it was drawn last."""
    key = f"{name}.height"
    height = ui.scrolls.get(key, 0)

    def measured(whole: Area) -> None:
        top = whole.y
        draw(whole)
        ui.scrolls[key] = whole.y - top
        ui.unfinished = ui.unfinished or height != whole.y - top  # its bar is missing, or too much

    scroll_area(ui, name, area, height, measured)


def content_height(ui: Ui, width: int, draw: Callable[[Area], None]) -> int:
    """How high content gets that cuts itself off the top: it is drawn once where nobody sees or touches it."""
    before, whole = ui.clip(Rect(0, 0, 0, 0)), Area(0, 0, width, 0)
    draw(whole)
    ui.clip(before)
    return whole.y


def _fades(ui: Ui, area: Rect, offset: int, room: int, colour: str) -> None:
    """Let rows that are cut at an edge fade into the panel."""
    size, ground = (area.w - ui.px(GUTTER), ui.px(FADE)), ui.rgb(colour)
    if offset < room:
        below = ui.pictures.get(("fade below", size, ground), lambda: fade(size, ground, 0, 255))
        ui.surface.blit(below, (area.x, area.bottom - size[1]))
    if offset > 0:
        above = ui.pictures.get(("fade above", size, ground), lambda: fade(size, ground, 255, 0))
        ui.surface.blit(above, area.topleft)


def _thumb(ui: Ui, area: Rect, height: int) -> int:
    return max(ui.px(26), area.h * area.h // max(1, height))


def _bar(ui: Ui, name: str, area: Rect, height: int, offset: int) -> None:
    thumb = _thumb(ui, area, height)
    y = area.y + (area.h - thumb) * offset // (height - area.h)
    side = ui.px(BAR)
    hot = ui.hot == name or ui.held == name
    ui.spot(name, Rect(area.right - ui.px(GUTTER), area.y, ui.px(GUTTER), area.h), "drag")
    ui.box(Rect(area.right - side, y, side, thumb), "muted" if hot else "edge", 3)


def _drag(ui: Ui, name: str, area: Rect, height: int, offset: int) -> int:
    room = height - area.h
    if ui.held != name or room <= 0:
        return offset
    thumb = _thumb(ui, area, height)
    share = (ui.inputs.mouse[1] - area.y - thumb / 2) / max(1, area.h - thumb)
    return round(max(0.0, min(1.0, share)) * room)
