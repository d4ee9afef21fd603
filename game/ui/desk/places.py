"""Small questions about places that several panels ask."""

from game.sim.house.plan import CELL_KINDS
from game.ui.desk.board import Board
from game.ui.desk.context import Context


def alarm_rooms(context: Context, place: int, wing: int) -> tuple[int, ...]:
    """Rooms an alarm lights: where it happened, or the halls of a wing."""
    plan = context.desk.plan
    if place:
        return (place,)
    return tuple(r.id for r in plan.rooms[1:] if wing and r.wing == wing and r.kind not in CELL_KINDS)


def absence(context: Context, person: int) -> str:
    """Where somebody is who is in no room: staff at home, an inmate at the gate, or not yet come."""
    inmate = context.desk.role(person) == "inmate"
    if not inmate:
        return context.words("status.away")
    return context.words("status.expected" if context.desk.is_expected(person) else "status.at_gate")


def is_in_view(context: Context, board: Board, room: int) -> bool:
    """Whether the middle of a room is on the map as it is shown now."""
    tiles = context.desk.plan.rooms[room].tiles
    if not tiles:
        return True
    width = context.desk.plan.width
    xs = [tile % width for tile in tiles]
    x, y = (min(xs) + max(xs) + 1) / 2, (tiles[0] // width + tiles[-1] // width + 1) / 2
    left, top, wide, high = board.in_view()
    return left <= x <= left + wide and top <= y <= top + high


def wing_with_cells(context: Context, room: int) -> int:
    """The wing of a room, if it has cells to lock; else 0."""
    plan = context.desk.plan
    wing = plan.rooms[room].wing if room else 0
    return wing if wing and any(r.wing == wing and r.kind in CELL_KINDS for r in plan.rooms) else 0
