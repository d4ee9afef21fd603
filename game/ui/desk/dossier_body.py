"""What is in a dossier: what he does now, his sentence, how he is, what he is like, his ties, his record."""

from pygame import Rect

from game.sim.views import Dossier, Estimate
from game.ui.desk.asking import why_sign
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.desk.moods import TOLD_POINTS
from game.ui.desk.parts import field, mood_colour, section
from game.ui.desk.places import absence
from game.ui.desk.state import Question
from game.ui.desk.strands import STYLES, others_of, tip_of
from game.ui.desk.why import why_link
from game.ui.kit import Area, chips, meter, rich, rich_height, safe

EVENTS_SHOWN = 12
TIES_SHOWN = 5


def draw_body(context: Context, area: Area, file: Dossier) -> None:
    """Draw all sections, one below the other; each cuts itself off the top of `area`."""
    _now(context, area, file)
    if file.role == "inmate":
        _custody(context, area, file)
        _needs(context, area, file)
        _traits(context, area, file)
    else:
        _service(context, area, file)
    _ties(context, area, file)
    _events(context, area, file)


def _now(context: Context, area: Area, file: Dossier) -> None:
    ui, words = context.ui, context.words
    now, since = absence(context, file.id), ""
    if file.room:
        doing = words("use.walk") if file.walking else words.named("use", file.doing)
        now = words("ui.dossier.now_at", doing=doing, room=context.narrator.room(file.room))
        since = words("ui.dossier.since", time=words.moment(file.since, context.desk.tick))
    box = area.cut_top(ui.px(60), ui.px(14))
    ui.box(box, "card", 6, "line")
    ui.caps(Rect(box.x + ui.px(12), box.y + ui.px(8), box.w, ui.px(14)), words("ui.dossier.now"))
    corner = Rect(box.x, box.y + ui.px(6), box.w - ui.px(12), ui.px(18))
    ui.label(corner, since, "dim", "small_number", 12, "right")
    line = Rect(box.x + ui.px(12), box.y + ui.px(29), box.w - ui.px(20), ui.px(24))
    context.follow_link(rich(ui, "dossier.now", line, now, 15))


def _custody(context: Context, area: Area, file: Dossier) -> None:
    words, tell = context.words, context.narrator
    cell = tell.room(file.cell) if file.cell else words("ui.dossier.no_cell")
    field(context, area, words("ui.dossier.cell"), cell, "dossier")
    if file.wing:
        wing = f"[link=w{file.wing}]{tell.wing_name(file.wing)}[/link]"
        field(context, area, words("ui.dossier.wing"), wing, "dossier")
    if file.job:
        field(context, area, words("ui.dossier.job"), tell.room(file.job), "dossier")
    _faction(context, area, file)
    _sentence(context, area, file)
    area.cut_top(context.ui.px(12))


def _faction(context: Context, area: Area, file: Dossier) -> None:
    """The group he belongs to, behind a dot of its colour."""
    ui, words, factions = context.ui, context.words, context.session.factions
    if not 0 < file.faction <= len(factions):
        return
    faction, line = factions[file.faction - 1], area.cut_top(ui.px(22))
    ui.label(line.cut_left(ui.px(92)), words("ui.dossier.faction"), "muted", "body", 13)
    ui.dot((line.x + ui.px(5), line.centery), 5, faction.colour)
    ui.label(Rect(line.x + ui.px(16), line.y, line.w - ui.px(16), line.h), faction.name(words), "text")


def _service(context: Context, area: Area, file: Dossier) -> None:
    words = context.words
    post = context.narrator.post_name(file.post) if file.post else words("ui.dossier.no_post")
    field(context, area, words("ui.dossier.post"), post)
    duty = words("ui.dossier.on_duty" if file.on_duty else "ui.dossier.off_duty")
    field(context, area, words("ui.dossier.duty"), duty)
    area.cut_top(context.ui.px(12))


def _sentence(context: Context, area: Area, file: Dossier) -> None:
    ui, words = context.ui, context.words
    field(context, area, words("ui.dossier.sentence"), words.sentence(file.sentence))
    if file.sentence > 0:
        line = area.cut_top(ui.px(22))
        ui.label(line.cut_left(ui.px(92)), words("ui.dossier.served"), "muted", "body", 13)
        left = words("ui.dossier.remaining", time=words.sentence(file.remaining_days))
        ui.label(line, left, "text", "body", 13, "right")
        width = line.w - ui.width(left, "body", 13) - ui.px(12)
        meter(
            ui,
            Rect(line.x, line.centery - ui.px(3), width, ui.px(6)),
            file.served_days / file.sentence,
            "link",
        )
    else:
        field(context, area, words("ui.dossier.served"), words.sentence(file.served_days))


def _needs(context: Context, area: Area, file: Dossier) -> None:
    ui, words = context.ui, context.words
    section(context, area, words("ui.dossier.needs"))
    known = [need for need in file.needs if need.source >= 0]
    if not known:
        ui.label(area.cut_top(ui.px(20)), words("ui.dossier.needs_none"), "muted", "body", 13)
    for need in known:
        line = area.cut_top(ui.px(20), ui.px(3))
        name = words.named("need", need.key)
        hot, _ = ui.hit(f"dossier.need.{need.key}", line)
        ui.label(Rect(line.x, line.y, ui.px(104), line.h), name, "text" if hot else "muted", "body", 13)
        question = Question("need", file.id, 0, need.key)
        why_sign(context, f"dossier.why.need.{need.key}", line.cut_right(ui.px(20)), question)
        bar = Rect(line.x + ui.px(112), line.centery - ui.px(3), line.w - ui.px(112) - ui.px(36), ui.px(6))
        meter(ui, bar, need.value / 100, mood_colour(need.value))
        ui.label(line, f"{need.value:.0f}", "text", "number", 14, "right")
        if hot:
            age = words("ui.dossier.needs_age", time=words.length(need.age_minutes))
            ui.explain(_estimate_tip(context, "need", name, need, age), line)
    area.cut_top(ui.px(12))


def _estimate_tip(context: Context, kind: str, name: str, estimate: Estimate, age: str) -> str:
    words = context.words
    source = context.narrator.person(estimate.source) if estimate.source > 0 else words("source.intake")
    return words(f"ui.dossier.{kind}_tip", name=name, value=round(estimate.value), source=source, age=age)


def _traits(context: Context, area: Area, file: Dossier) -> None:
    ui, words = context.ui, context.words
    section(context, area, words("ui.dossier.traits"))
    items = []
    for trait in sorted(file.traits, key=lambda trait: -abs(trait.value - 50)):
        if trait.source >= 0 and abs(trait.value - 50) >= TOLD_POINTS:
            side = "high" if trait.value > 50 else "low"
            items.append((words(f"trait.{trait.key}.{side}"), _tone(trait.key, side), ""))
    if not items:
        ui.label(area.cut_top(ui.px(20), ui.px(14)), words("ui.dossier.traits_none"), "muted", "body", 13)
        return
    spot = Rect(area.x, area.y, area.w, ui.px(20))
    area.cut_top(chips(ui, spot, items[:6]), ui.px(16))


def _ties(context: Context, area: Area, file: Dossier) -> None:
    """The strongest ties, each by its strongest feeling; the page of ties tells the rest."""
    ui, words = context.ui, context.words
    shown = others_of(context, file.id)[:TIES_SHOWN]
    if not shown:
        return
    section(context, area, words("ui.dossier.ties"))
    for other in shown:
        row, strand = area.cut_top(ui.px(42), ui.px(4)), other.strands[0]
        hot, hit = ui.hit(f"dossier.tie.{other.id}", row)
        ui.box(row, "hover" if hot else "card", 6)
        draw_face(context, other.id, Rect(row.x + ui.px(5), row.y + ui.px(5), ui.px(32), ui.px(32)))
        left = Area(row.x + ui.px(46), row.y, row.w - ui.px(56), row.h)
        style, word = STYLES[strand.feeling], words(f"tie.feeling.{strand.feeling}")
        ui.label(
            left.cut_right(ui.width(word, "body", 13), ui.px(6)), word, style.colour, "body", 13, "right"
        )
        ui.icon(style.icon, left.cut_right(ui.px(16), ui.px(6)), 14, style.colour)
        ui.brief(left, context.desk.short_name(other.id), "text", "strong", 14)
        if hot:
            ui.explain(tip_of(context, strand), row)
        if hit:
            context.select(other.id, show=True)
    area.cut_top(ui.px(10))


def _tone(trait: str, side: str) -> str:
    """Traits that make trouble are red, those that keep the peace green."""
    if trait == "aggression":
        return "danger" if side == "high" else "good"
    if trait in ("discipline", "empathy", "loyalty"):
        return "good" if side == "high" else "warn"
    return "link" if side == "high" else "muted"


def _events(context: Context, area: Area, file: Dossier) -> None:
    ui, words, tell = context.ui, context.words, context.narrator
    section(context, area, words("ui.dossier.events"))
    facts = [context.desk.fact(event) for event in file.events[-3 * EVENTS_SHOWN :]]
    shown = [fact for fact in facts if fact and fact.kind not in ("Ordered", "TraitNoted")][-EVENTS_SHOWN:]
    if not shown:
        ui.label(area.cut_top(ui.px(20)), words("ui.dossier.events_none"), "muted", "body", 13)
    for fact in reversed(shown):
        stamp = words.moment(fact.tick, context.desk.tick)
        text = f"[c=dim]{safe(stamp)}[/c]  {tell.fact(fact)}{why_link(context, fact)}"
        height = rich_height(ui, text, area.w, 13)
        context.follow_link(rich(ui, f"dossier.event.{fact.event}", area.cut_top(height, ui.px(4)), text, 13))
