"""What the office can do about what nobody has told it: hear a man, or have him watched."""

from game.sim.commands import HearPerson, SetEye
from game.sim.commands.base import Command
from game.ui.desk.context import Context
from game.ui.desk.parts import command_button
from game.ui.kit import Area


def draw_asking(context: Context, line: Area, person: int) -> None:
    """Draw the two ways to learn more of somebody, each with what it takes or why it can't be done now."""
    name = context.desk.short_name(person)
    listener = context.desk.listener(person)
    by = context.words("orders.hear.by", who=context.desk.short_name(listener)) if listener else ""
    _way(context, line, f"why.hear.{person}", "ear", "hear", name, HearPerson(person), by)
    tip = context.words("why.watch_tip", n=context.desk.eyes_free)
    _way(context, line, f"why.watch.{person}", "eye", "watch", name, SetEye("person", person), tip)


def _way(
    context: Context, line: Area, key: str, icon: str, what: str, name: str, order: Command, tip: str
) -> None:
    ui, text = context.ui, context.words(f"why.{what}", who=name)
    wide = ui.width(text, "body", 13) + ui.px(42)
    if wide > line.w:
        return
    if command_button(context, key, line.cut_left(wide, ui.px(6)), order, text, icon, tip, size=13):
        context.notify(context.words("orders.given", what=text), "info")
