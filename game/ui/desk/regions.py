"""Where everything is on the screen. In a narrow window, what opens lies over the map instead of beside it."""

from dataclasses import dataclass

from game.ui.kit import Area, Canvas, Ui

SMALLEST = (800, 480)
"""Pixels at scale 1 in which all of the desk can be reached and read; more scale is offered where they are there."""
BESIDE = 1180
"""Width (at scale 1) from which a sheet and a dossier lie open side by side, with the map between them."""
LEAST_MAP = 280
"""Width (at scale 1) of a map beside a sheet in a narrow window; with less left, the sheet takes it all."""
LEAST_STAGE = 420
"""Width (at scale 1) of a map beside a sheet on which cards may float; with less, what waits has a row of its own."""
ROW = 44
"""Height of that row, at scale 1."""
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
    stage: Area
    """Where cards may float: the map; in a narrow window with a sheet that leaves too little of it, the sheet, too."""
    covered: bool = False
    """Whether a sheet lies over the whole map."""
    row: Area | None = None
    """Where a sheet leaves no map for cards: the row above both, for what waits. Its own once it was taken."""

    @property
    def row_is_free(self) -> bool:
        """Whether nothing lies in the row but what waits."""
        return self.row is not None and not self.row.colliderect(self.stage)


def largest_scale(size: tuple[int, int]) -> float:
    """The largest scale, in quarter steps up to 2, at which the desk fits into a window of this size."""
    room = min(size[0] / SMALLEST[0], size[1] / SMALLEST[1])
    return max(1.0, min(2.0, int(room * 4) / 4))


def is_roomy(canvas: Canvas, size: tuple[int, int]) -> bool:
    """Whether the bottom may stand open without crowding the map."""
    return size[1] / canvas.scale >= ROOMY_HEIGHT


def is_narrow(canvas: Canvas, size: tuple[int, int]) -> bool:
    """Whether a sheet and a dossier lie one over the other, as there is no room for both."""
    return size[0] / canvas.scale < BESIDE


def regions(
    ui: Ui, size: tuple[int, int], dossier: bool, sheet: bool, folded: bool, sheet_width: int = 0
) -> Regions:
    """Cut the screen: top bar, rail, dossier, bottom, sheet; what is left is the map. `sheet_width` 0: as usual."""
    px, lengths = ui.px, ui.theme.desk
    left = Area(0, 0, *size)
    top = left.cut_top(px(lengths["top"]))
    rail = left.cut_left(px(lengths["rail"]))
    wanted = px(sheet_width or lengths["sheet"])
    if is_narrow(ui, size):
        return _narrow(ui, top, rail, left, dossier, wanted if sheet else 0, folded)
    right = left.cut_right(px(lengths["dossier"])) if dossier else None
    bottom = left.cut_bottom(px(lengths["folded" if folded else "bottom"]))
    side = left.cut_left(min(wanted, left.w - px(200))) if sheet else None
    return Regions(top, rail, right, side, bottom, left, Area(left))


def _narrow(
    ui: Ui, top: Area, rail: Area, left: Area, dossier: bool, sheet_width: int, folded: bool
) -> Regions:
    """The same with one thing open beside the map: the dossier lies over the sheet, a wide sheet over the map."""
    px, lengths = ui.px, ui.theme.desk
    right = left.cut_right(px(lengths["dossier"])) if dossier else None
    whole = sheet_width > left.w - px(LEAST_MAP)
    bottom = left.cut_bottom(px(lengths["folded" if folded else "bottom"]))
    if not sheet_width or right is not None:
        return Regions(top, rail, right, None, bottom, left, Area(left))
    row = None
    if whole or left.w - sheet_width < px(LEAST_STAGE):
        row = Area(left.x, left.y, left.w, px(ROW))
        if row in ui.covers_before:  # something waited there in the frame before
            left.cut_top(row.h)
    stage = Area(left)
    side = Area(left) if whole else left.cut_left(sheet_width)
    return Regions(top, rail, None, side, bottom, left, stage if row else Area(left), whole, row)
