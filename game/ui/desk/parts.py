"""Small pieces that several panels are put together from."""

from collections.abc import Iterable

from pygame import Rect

from game.sim.commands.base import Command
from game.ui.desk.context import Context
from game.ui.kit import Area, button, icon_button, rich
from game.ui.kit.theme import Colour

LOW, MIDDLE = 30, 55
"""Satisfaction (0..100) below which a meter is red, and amber."""


def odds_lines(context: Context, chances: Iterable[tuple[str, float]]) -> list[str]:
    """How likely each kind of thing is to be found, a line each."""
    words = context.words
    return [f"{words.named('thing', thing)}: {words.percent(chance)}" for thing, chance in chances]


def mood_colour(value: float) -> Colour:
    """The colour of a satisfaction from 0 to 100."""
    return "danger" if value < LOW else "warn" if value < MIDDLE else "good"


def section(context: Context, area: Area, title: str) -> None:
    """A heading in small capitals; cuts itself off the top of `area`."""
    context.ui.caps(area.cut_top(context.ui.px(16), context.ui.px(6)), title)


def field(context: Context, area: Area, label: str, value: str, name: str = "field") -> None:
    """A line of a label and its (rich) value."""
    ui = context.ui
    line = area.cut_top(ui.px(22))
    ui.label(line.cut_left(ui.px(92)), label, "muted", "body", 13)
    height = ui.line_height("body", 14)
    at = Rect(line.x, line.y + (line.h - height) // 2, line.w, line.h)
    context.follow_link(rich(ui, f"{name}.{label}", at, value, 14))


def sheet_head(context: Context, area: Area, title: str, name: str) -> None:
    """The title of a sheet with its close button; cuts itself off the top of `area`."""
    ui = context.ui
    line = area.cut_top(ui.px(32), ui.px(8))
    cell = line.cut_right(ui.px(32))
    if icon_button(ui, f"{name}.close", cell, "x", context.words("ui.close") + "  [c=dim]Esc[/c]"):
        context.state.sheet = ""
    ui.label(line, title, "text", "title", 24)


def command_button(
    context: Context,
    name: str,
    area: Rect,
    command: Command,
    text: str,
    icon: str = "",
    tip: str = "",
    kind: str = "normal",
    size: float = 14,
) -> bool:
    """A button that gives an order; grey when it would be refused, and then it says why."""
    why = context.refusal(command)
    shown = f"[c=warn]{why}[/c]" if why else tip
    if button(context.ui, name, area, text, icon, kind, tip=shown, disabled=bool(why), size=size):
        return context.order(command)
    return False


def eye_button(context: Context, area: Rect, kind: str, id: int, watched: bool) -> None:
    """Set an eye on a person or room, or lift it."""
    from game.sim.commands import ClearEye, SetEye

    words, group = context.words, "dossier" if kind == "person" else "room"
    if watched:
        command_button(
            context, f"{group}.eye", area, ClearEye(kind, id), words(f"ui.{group}.eye_off"), "eye-off",
            words("ui.dossier.eye_off_tip"),
        )  # fmt: skip
        return
    command_button(
        context,
        f"{group}.eye",
        area,
        SetEye(kind, id),
        words(f"ui.{group}.eye"),
        "eye",
        words(f"ui.{group}.eye_tip"),
    )
