"""The office's eyes: tokens in the top bar, dragged onto a person or a room."""

from typing import NamedTuple

from pygame import Rect, Surface

from game.sim.commands import SetEye
from game.sim.office import EYES_A_DAY
from game.sim.views import EyeView
from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.kit import Area, shapes, source, target

TOKEN, CAPTION = 30, 14
"""Width of a token, and height of the word over them, at scale 1."""


class Held(NamedTuple):
    """An eye being carried."""

    number: int


class Goal(NamedTuple):
    """What an eye can be set on."""

    kind: str
    id: int


def tokens_width(context: Context) -> int:
    """Width of the tokens in the top bar."""
    caption = context.ui.width(context.words("eyes.caption"), "body", 11) + context.ui.px(2)
    return max(caption, context.ui.px(TOKEN * EYES_A_DAY)) + context.ui.px(8)


def draw_tokens(context: Context, area: Area) -> None:
    """Draw the eyes: those that watch in amber, those that are free in white, the spent ones crossed out."""
    ui, eyes, free = context.ui, context.desk.eyes(), context.desk.eyes_free
    caption = area.cut_top(ui.px(CAPTION))
    ui.label(
        Rect(caption.x + ui.px(2), caption.y, caption.w, caption.h),
        context.words("eyes.caption"),
        "dim",
        "body",
        11,
    )
    area.w = ui.px(TOKEN * EYES_A_DAY)
    for number, cell in enumerate(area.columns(EYES_A_DAY, 0)):
        watching = eyes[number] if number < len(eyes) else None
        spent = watching is None and number >= len(eyes) + free
        _token(context, number, cell, watching, spent)


def _token(context: Context, number: int, cell: Rect, watching: EyeView | None, spent: bool) -> None:
    ui, words, name = context.ui, context.words, f"eye.{number}"
    hot, hit = ui.hit(name, cell)
    box = cell.inflate(-ui.px(4), 0)
    if watching is not None:
        ui.box(box, ui.theme.mix("accent", "panel", 0.7), 6, "accent_line")
        icon, colour, tip = "eye", "accent", words("eyes.watching", what=_name(context, watching))
    elif spent:
        icon, colour, tip = "eye-off", "dim", words("eyes.spent")
    else:
        ui.box(box, "raised" if hot else "card", 6, "edge")
        icon, colour, tip = "eye", "text", words("eyes.free")
        source(ui, name, cell, Held(number), lambda: _ghost(context))
    ui.icon(icon, cell, 16, colour)
    if hot:
        ui.explain(tip, cell)
    if hit and watching is not None:
        context.follow_link(("p" if watching.kind == "person" else "r") + str(watching.id))


def _ghost(context: Context) -> Surface:
    """The eye under the mouse."""
    ui = context.ui
    side = ui.px(38)
    ghost = shapes.disc(side // 2, ui.rgb("accent"), ui.rgb("accent_line"), max(1, ui.px(2)))
    before, ui.surface = ui.surface, ghost
    ui.icon("eye", ghost.get_rect(), 22, "ink")
    ui.surface = before
    return ghost


def _name(context: Context, eye: EyeView | Goal) -> str:
    narrator = context.narrator
    return narrator.person(eye.id) if eye.kind == "person" else narrator.room(eye.id)


def is_carried(context: Context) -> bool:
    """Whether the player holds an eye."""
    return context.ui.drag is not None and isinstance(context.ui.drag.payload, Held)


def eye_target(context: Context, name: str, area: Rect, kind: str, id: int) -> None:
    """Let an eye be dropped on what stands for a person or a room."""
    if not is_carried(context):
        return
    dropped = target(context.ui, name, area, lambda _: context.refusal(SetEye(kind, id)))
    if isinstance(dropped, Held):
        _set(context, Goal(kind, id))


def eye_on_map(context: Context, area: Rect, board: Board) -> None:
    """Let an eye be dropped on a person or a room of the map; say on whom or what it would be."""
    if not is_carried(context):
        return
    ui, at = context.ui, context.ui.pointer(area)
    dropped = target(ui, "map.drop", area, mark=False)
    goal = _under(board, area, at)
    if isinstance(dropped, Held) and goal is not None:
        _set(context, goal)
    elif ui.drop_on == "map.drop":
        spot = Rect(at[0] - ui.px(19), at[1] - ui.px(19), ui.px(38), ui.px(38))
        _say(context, spot, goal)


def _under(board: Board, area: Rect, at: tuple[int, int]) -> Goal | None:
    if not area.collidepoint(at):
        return None
    person, room = board.person_at(at, area), board.room_at(at, area)
    return Goal("person", person) if person else Goal("room", room) if room else None


def _set(context: Context, goal: Goal) -> None:
    if context.order(SetEye(goal.kind, goal.id)):
        context.notify(context.words("eyes.set", what=_name(context, goal)), "info")


def _say(context: Context, spot: Rect, goal: Goal | None) -> None:
    """Words beside the eye that is held."""
    ui, words = context.ui, context.words
    why = context.refusal(SetEye(goal.kind, goal.id)) if goal else ""
    text = words("eyes.nothing")
    if goal is not None:
        text = why or words("eyes.onto", what=context.desk.short_name(goal.id) if goal.kind == "person"
                            else context.narrator.room_name(goal.id))  # fmt: skip
    width = ui.width(text, "body", 13) + ui.px(20)
    plate = Rect(spot.right + ui.px(6), spot.centery - ui.px(13), width, ui.px(26))
    plate.clamp_ip(ui.surface.get_rect())
    ui.box(plate, "tip", 5, "warn" if why else "edge")
    ui.label(plate, text, "warn" if why else "text", "body", 13, "centre")
