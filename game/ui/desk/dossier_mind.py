"""The dossier's page on how somebody is: mood and stress as judged, what is on his mind, signs, temper, body, help."""

from pygame import Rect

from game.sim.commands import HearPerson, Refer
from game.sim.commands.base import Command
from game.sim.desk.minds import MindView, ThoughtView
from game.sim.views import Dossier, Estimate
from game.ui.desk.asking import known_by, why_sign
from game.ui.desk.context import Context
from game.ui.desk.dossier_temper import draw_body, draw_course, draw_temper, none
from game.ui.desk.moods import mood_level, mood_tone, signed, strain_level, strain_tone
from game.ui.desk.parts import section
from game.ui.desk.state import Question
from game.ui.desk.why_rows import has_causes, thought_text
from game.ui.kit import Area, button, meter, rich, rich_height

THOUGHTS_SHOWN, SIGNS_SHOWN = 8, 5
HELP = (("hear", "ear"), ("chaplain", "church"), ("medic", "stethoscope"))
HEAVIEST = 45.0
"""Points of mood at which a thought's bar is full: a friend's death."""


def draw_mind(context: Context, area: Area, file: Dossier) -> None:
    """Draw all sections, one below the other; each cuts itself off the top of `area`."""
    found = context.remember(f"mind {file.id}", None, lambda: context.desk.mind(file.id))
    _state(context, area, file, found)
    _thoughts(context, area, found)
    _signs(context, area, found)
    _help(context, area, file)
    draw_course(context, area, found)
    draw_temper(context, area, file)
    draw_body(context, area, file)


# mood and stress


def _state(context: Context, area: Area, file: Dossier, found: MindView) -> None:
    ui, words = context.ui, context.words
    section(context, area, words("mind.state"))
    judged = found.mood.source >= 0 or context.desk.sees_all
    if not judged:
        ui.label(area.cut_top(ui.px(20), ui.px(12)), words("mind.unjudged"), "muted", "body", 13)
    else:
        _gauge(context, area, file, "mood", found.mood)
        _gauge(context, area, file, "stress", found.stress)
        height = rich_height(ui, known_by(context, found.mood), area.w, 12)
        at = area.cut_top(height, ui.px(12))
        context.follow_link(rich(ui, "mind.judged", at, known_by(context, found.mood), 12, "dim"))
    if found.broken:
        _broken(context, area, found.broken)


def _gauge(context: Context, area: Area, file: Dossier, what: str, held: Estimate) -> None:
    """A word, a number, a bar: a mood's to both sides of the middle."""
    ui, words, mood = context.ui, context.words, what == "mood"
    level = words(
        f"mind.level.{mood_level(held.value)}" if mood else f"mind.strain.{strain_level(held.value)}"
    )
    tone = mood_tone(held.value) if mood else strain_tone(held.value)
    line = area.cut_top(ui.px(22))
    why_sign(context, f"dossier.why.{what}", line.cut_right(ui.px(20)), Question(what, file.id))
    number = (signed(round(held.value)) or "0") if mood else f"{held.value:.0f}"
    ui.label(line.cut_right(ui.px(44), ui.px(6)), number, "text", "number", 16, "right")
    ui.label(line.cut_left(ui.px(74)), words(f"mind.{what}"), "muted", "body", 13)
    ui.brief(line, level, tone, "strong", 14)
    track = area.cut_top(ui.px(8), ui.px(8))
    if not mood:
        meter(ui, track, held.value / 100, tone)
        return
    ui.box(track, "raised", 3)
    length = max(ui.px(2), round(track.w / 2 * min(1.0, abs(held.value) / 100)))
    left = track.centerx if held.value > 0 else track.centerx - length
    ui.box(Rect(left, track.y, length, track.h), tone, 3)
    ui.down(track.centerx, track.y - ui.px(2), track.h + ui.px(4), "text")


def _broken(context: Context, area: Area, broken: str) -> None:
    ui, text = context.ui, context.words(f"mind.broken.{broken}")
    height = rich_height(ui, text, area.w - ui.px(52), 14) + ui.px(16)
    box = area.cut_top(height, ui.px(14))
    ui.box(box, ui.theme.mix("danger", "panel", 0.82), 6, "danger")
    icon = "door-closed" if broken == "withdrawn" else "zap"
    ui.icon(icon, Rect(box.x, box.y, ui.px(40), box.h), 20, "danger")
    rich(ui, "mind.broken", Rect(box.x + ui.px(42), box.y + ui.px(8), box.w - ui.px(52), box.h), text, 14)


# what is known of his mind


def _thoughts(context: Context, area: Area, found: MindView) -> None:
    ui, words = context.ui, context.words
    section(context, area, words("mind.thoughts"))
    if not found.thoughts:
        none(context, area, words("mind.thoughts_none"))
    for number, thought in enumerate(found.thoughts[:THOUGHTS_SHOWN]):
        _thought(context, area, number, thought)
    area.cut_top(ui.px(10))


def _thought(context: Context, area: Area, number: int, thought: ThoughtView) -> None:
    ui, words = context.ui, context.words
    text, good = thought_text(context, thought.key, thought.whom), thought.strength > 0
    room = area.w - ui.px(24 + 92)
    high = max(ui.px(18), rich_height(ui, text, room, 14))
    row = area.cut_top(high + ui.px(20), ui.px(2))
    name, leads = f"dossier.thought.{number}", thought.because and has_causes(context, thought.because)
    hot, hit = ui.hit(name, row)
    if hot:
        ui.box(row.inflate(ui.px(8), 0), "card", 4)
        said = words("mind.lifts" if good else "mind.weighs", n=signed(thought.strength) or "0")
        ui.explain(said, row)
    if hit and thought.because:
        context.state.why, context.state.asked = thought.because, None
    icon = "trending-up" if good else "trending-down"
    ui.icon(icon, Rect(row.x, row.y, ui.px(18), ui.px(18)), 15, "good" if good else "danger")
    context.follow_link(rich(ui, name, Rect(row.x + ui.px(24), row.y, room, high), text, 14))
    when = words.moment(thought.since, context.desk.tick)
    below = Rect(row.x + ui.px(24), row.y + high, room, ui.px(16))
    ui.brief(below, f"{when} · {words(f'mind.known.{thought.known}')}", "dim", "body", 12)
    side = Area(row.right - ui.px(84), row.y, ui.px(84), ui.px(18))
    if leads:
        ui.icon("circle-question-mark", side.cut_right(ui.px(20)), 14, "accent" if hot else "dim")
    else:
        side.cut_right(ui.px(20))
    bar = Rect(side.x, side.centery - ui.px(2), side.w - ui.px(2), ui.px(5))
    meter(ui, bar, abs(thought.strength) / HEAVIEST, "good" if good else "danger")


def _signs(context: Context, area: Area, found: MindView) -> None:
    ui, words = context.ui, context.words
    section(context, area, words("mind.signs"))
    if not found.signs:
        none(context, area, words("mind.signs_none"))
    for sign in found.signs[:SIGNS_SHOWN]:
        row = area.cut_top(ui.px(22))
        ui.icon("triangle-alert", row.cut_left(ui.px(18), ui.px(6)), 14, "warn")
        when = words.moment(sign.tick, context.desk.tick)
        wide = ui.width(when, "small_number", 12)
        ui.label(row.cut_right(wide, ui.px(6)), when, "dim", "small_number", 12, "right")
        ui.brief(row, words(f"sign.{sign.key}"), "text", "body", 14)
    area.cut_top(ui.px(10))


def _help(context: Context, area: Area, file: Dossier) -> None:
    """What the office can do for him."""
    ui, words = context.ui, context.words
    section(context, area, words("mind.help"))
    orders: dict[str, Command] = {
        "hear": HearPerson(file.id), "chaplain": Refer(file.id, "chaplain"), "medic": Refer(file.id, "medic"),
    }  # fmt: skip
    cells = area.cut_top(ui.px(34), ui.px(16)).columns(len(HELP), ui.px(6))
    for (name, icon), cell in zip(HELP, cells, strict=True):
        why = context.refusal(orders[name])
        tip = f"[c=warn]{why}[/c]" if why else words(f"mind.{name}_tip")
        text = words(f"mind.{name}")
        given = button(ui, f"mind.{name}", cell, text, icon, tip=tip, disabled=bool(why), size=13)
        if given and context.order(orders[name]):
            context.notify(words("mind.ordered", who=context.narrator.person(file.id)), "info")
