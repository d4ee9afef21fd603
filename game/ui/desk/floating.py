"""What floats over the map: notices, the hint while a room is being chosen, the mark of a pause."""

from pygame import Rect

from game.ui.desk.context import Context
from game.ui.kit import Area, plain_text, rich
from game.ui.kit.richtext import setting

ICONS = {"warn": "triangle-alert", "info": "info", "danger": "siren", "good": "circle-check"}


def draw_floating(context: Context, area: Area) -> None:
    """Draw the lines that belong at the top of the map, one below the other."""
    state, words = context.state, context.words
    left = Area(area).inset(context.ui.px(70), context.ui.px(12))
    if state.sending:
        hint = words("ui.dossier.send_hint", who=context.desk.short_name(state.sending))
        _line(context, left, hint, "footprints", "accent")
    if context.session.clock.until:
        _line(context, left, words("ui.speed.running"), "skip-forward", "link")
    notice = state.notice
    if notice and context.ui.now < notice.until:
        _line(context, left, notice.text, ICONS.get(notice.tone, "info"), notice.tone)


def _line(context: Context, left: Area, text: str, icon: str, colour: str) -> None:
    ui = context.ui
    made = setting(ui, text, min(ui.px(460), left.w - ui.px(60)))
    area = Rect(0, 0, made.width + ui.px(56), made.height + ui.px(16))
    area.midtop = (left.centerx, left.y)
    left.cut_top(area.h, ui.px(8))
    ui.shadow(area, 12, 140)
    colour = "link" if colour == "info" else colour
    ui.box(area, "panel", 6, ui.theme.mix(colour, "panel", 0.4))
    ui.icon(icon, Rect(area.x + ui.px(6), area.y, ui.px(32), area.h), 18, colour)
    at = Rect(area.x + ui.px(42), area.y + ui.px(8), made.width + ui.px(4), made.height)
    context.follow_link(rich(ui, f"notice.{plain_text(text)[:12]}", at, text))
