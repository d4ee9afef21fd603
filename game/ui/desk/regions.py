"""Where everything is on the screen."""

from dataclasses import dataclass

from game.ui.kit import Area, Canvas

SMALLEST = (1280, 720)
"""Pixels the desk is made for at scale 1; more scale is offered only where this still fits."""
ROOMY_HEIGHT = 860
"""Height (at scale 1) from which the bottom stands open by itself."""


@dataclass(slots=True)
class Regions:
    """The parts of the desk; `dossier` and `sheet` are None while closed."""

    top: Area
    rail: Area
    dossier: Area | None
    sheet: Area | None
    bottom: Area
    map: Area


def largest_scale(size: tuple[int, int]) -> float:
    """The largest scale, in quarter steps up to 2, at which the desk fits into a window of this size."""
    room = min(size[0] / SMALLEST[0], size[1] / SMALLEST[1])
    return max(1.0, min(2.0, int(room * 4) / 4))


def is_roomy(canvas: Canvas, size: tuple[int, int]) -> bool:
    """Whether the bottom may stand open without crowding the map."""
    return size[1] / canvas.scale >= ROOMY_HEIGHT


def regions(
    canvas: Canvas, size: tuple[int, int], dossier: bool, sheet: bool, folded: bool, sheet_width: int = 0
) -> Regions:
    """Cut the screen: top bar, rail, dossier, bottom, sheet; what is left is the map. `sheet_width` 0: as usual."""
    px, lengths = canvas.px, canvas.theme.desk
    left = Area(0, 0, *size)
    top = left.cut_top(px(lengths["top"]))
    rail = left.cut_left(px(lengths["rail"]))
    right = left.cut_right(px(lengths["dossier"])) if dossier else None
    bottom = left.cut_bottom(px(lengths["folded" if folded else "bottom"]))
    side = left.cut_left(min(px(sheet_width or lengths["sheet"]), left.w - px(200))) if sheet else None
    return Regions(top, rail, right, side, bottom, left)
