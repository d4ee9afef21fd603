"""Asking "why?" of a number: what can be asked, the small sign that asks it, and what stands over the answer."""

from typing import NamedTuple

from pygame import Rect

from game.sim.desk.reasons import Reason
from game.sim.views import Estimate
from game.ui.desk.context import Context
from game.ui.desk.moods import feeling_key, signed
from game.ui.desk.state import Question
from game.ui.kit.theme import Colour

SIGN = "circle-question-mark"
SIDE = 16
"""Pixels of the sign, at scale 1."""
SURE, LIKELY = 0.75, 0.4
"""How sure an estimate is (0..1) from which it counts as sure, and as likely."""


class Heading(NamedTuple):
    """What is asked, how much it is now, and how that is known."""

    title: str
    value: str
    known: str


def ask(context: Context, question: Question) -> None:
    """Open the answer."""
    context.state.asked, context.state.why = question, 0


def why_sign(context: Context, name: str, area: Rect, question: Question) -> None:
    """A small "?" beside a number: a click opens why it is so."""
    ui = context.ui
    hot, hit = ui.hit(name, area, 8)
    ui.icon(SIGN, area, SIDE - 2, "accent" if hot else "dim")
    if hot:
        ui.explain(context.words("why.ask"), area)
    if hit:
        ui.sounds.append("click")
        ask(context, question)


def reasons_of(context: Context, question: Question) -> tuple[Reason, ...]:
    """What the desk answers."""
    desk, who = context.desk, question.who
    if question.kind == "mood":
        return desk.why_mood(who)
    if question.kind == "stress":
        return desk.why_stress(who)
    if question.kind == "tie":
        return desk.why_tie(who, question.whom, question.key)
    if question.kind == "need":
        return desk.why_need(who, question.key)
    if question.kind == "trait":
        return desk.why_trait(who, question.key)
    return desk.why_staff() if question.kind == "staff" else desk.why_tension(who)


def heading_of(context: Context, question: Question) -> Heading:
    """What stands over the answer."""
    words, desk, kind = context.words, context.desk, question.kind
    if kind in ("mood", "stress"):
        found = desk.mind(question.who)
        return _estimated(context, question, found.mood if kind == "mood" else found.stress)
    if kind in ("need", "trait"):
        file = context.dossier(question.who)
        held = next(one for one in (*file.needs, *file.traits) if one.key == question.key)
        return _estimated(context, question, held)
    if kind == "tie":
        value = desk.known_feeling(question.who, question.whom, question.key)
        feeling = "dislike" if question.key == "regard" and value < 0 else question.key
        ends = {"who": _name(context, question.who), "whom": _name(context, question.whom)}
        title = words(feeling_key(feeling, abs(value)), **ends)
        return Heading(title, signed(value), words("why.as_known"))
    if kind == "staff":
        found_staff = desk.figures()
        value_text = f"{found_staff['staff_on_duty']:.0f}/{found_staff['staff_wanted']:.0f}"
        return Heading(words("why.of.staff"), value_text, words("why.counted"))
    where = context.narrator.wing_name(question.who) if question.who else words("why.of.everywhere")
    title = words("why.of.tension", where=where)
    return Heading(title, f"{desk.tension(question.who):.0f}", words("why.as_known"))


def _estimated(context: Context, question: Question, held: Estimate) -> Heading:
    words = context.words
    names = {"need": "need.{}", "trait": "trait.{}.name"}
    what = (
        words(names[question.kind].format(question.key)) if question.key else words(f"mind.{question.kind}")
    )
    title = words("why.of.person", what=what, who=_name(context, question.who))
    if held.source < 0 and not context.desk.sees_all:
        return Heading(title, "?", words("mind.unjudged"))
    value = (signed(round(held.value)) or "0") if question.kind == "mood" else f"{held.value:.0f}"
    return Heading(title, value, known_by(context, held))


def _name(context: Context, person: int) -> str:
    return context.desk.short_name(person) or context.words("ui.someone")


def known_by(context: Context, held: Estimate) -> str:
    """How an estimate is known: by whom, how long ago, how surely."""
    words = context.words
    by = context.narrator.person(held.source) if held.source > 0 else words("source.intake")
    age = words("ui.dossier.needs_age", time=words.length(held.age_minutes))
    parts = [by, age] if held.source > 0 else [by]
    return " · ".join((*parts, words(f"mind.sure.{sureness(held.confidence)}")))


def sureness(confidence: float) -> str:
    """`sure`, `likely` or `doubtful`."""
    return "sure" if confidence >= SURE else "likely" if confidence >= LIKELY else "doubtful"


def sure_colour(confidence: float) -> Colour:
    """The colour of how sure something is; a word goes with it."""
    return {"sure": "good", "likely": "link", "doubtful": "warn"}[sureness(confidence)]
