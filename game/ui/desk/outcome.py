"""How an episode ended: what came of it, and how the warden did."""

from pygame import Rect

from game.ui.desk.context import Context
from game.ui.desk.objectives import draw_objectives
from game.ui.desk.scenery import scene_band
from game.ui.kit import Area, button, chips, plain_text, rich, rich_height, scroll_area
from game.ui.kit.modal import modal

BAND, FOOT = 132, 76


def draw_outcome(context: Context) -> None:
    """Draw the card over the desk."""
    outcome = context.desk.outcome()
    if outcome is None:
        return
    ui, words = context.ui, context.words
    text = context.narrator.text(outcome.text)
    wanted = ui.scrolls.get("outcome.height", 0) or ui.px(140 + 44 * max(1, len(context.desk.objectives())))
    box = modal(ui, ui.theme.desk["modal"], ui.px(BAND + FOOT) + wanted)
    scene_band(context, Rect(box.x, box.y, box.w, ui.px(BAND)), _place(context))
    x, wide = box.x + ui.px(28), box.w - ui.px(56)
    ui.caps(Rect(x, box.y + ui.px(BAND - 68), wide, ui.px(16)), words("ui.outcome.caps"), "accent")
    line = Rect(x, box.y + ui.px(BAND - 52), wide, ui.px(38))
    ui.label(line, plain_text(context.narrator.text(outcome.title)), "text", "title", 30)
    body = Area(x, box.y + ui.px(BAND), wide, box.h - ui.px(BAND + FOOT - 10))
    canon = words("ui.outcome.canon" if outcome.canon else "ui.outcome.other")
    grade = f"{words('ui.outcome.grade')}: {words.named('grade', outcome.grade)}"
    items = [(canon, "violet", "book-open"), (grade, "accent", "scale")]

    def content(whole: Area) -> None:
        top = whole.y
        whole.cut_top(chips(ui, whole, items), ui.px(12))
        rich(ui, "outcome.text", whole.cut_top(rich_height(ui, text, whole.w, 15), ui.px(14)), text, 15)
        draw_objectives(context, whole, asks=False)
        ui.scrolls["outcome.height"] = whole.y - top

    scroll_area(ui, "outcome", body, ui.scrolls.get("outcome.height", 0), content)
    _foot(context, Area(x, box.bottom - ui.px(58), wide, ui.px(38)))


def _place(context: Context) -> int:
    faces = list(context.desk.faces())
    return context.dossier(faces[0]).room if faces else 0


def _foot(context: Context, line: Area) -> None:
    ui, words = context.ui, context.words
    report, go_on = words("ui.outcome.report"), words("ui.outcome.go_on")
    cell = line.cut_right(ui.width(report, "body", 15) + ui.px(70), ui.px(10))
    if button(ui, "outcome.report", cell, report, "scroll-text", kind="primary", size=15):
        context.state.report = True
    cell = line.cut_right(ui.width(go_on, "body", 15) + ui.px(36), ui.px(10))
    if button(ui, "outcome.go_on", cell, go_on, size=15):
        context.state.outcome_seen = True
    if button(
        ui, "outcome.quit", line.cut_right(ui.px(120)), words("ui.outcome.quit"), kind="ghost", size=15
    ):
        context.wanted_quit = True
