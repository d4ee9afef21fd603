"""The dossier's page of ties: the picture of them, debts and protection, and what is known of each with its reasons."""

from pygame import Rect

from game.sim.views import Dossier
from game.ui.desk.context import Context
from game.ui.desk.dossier_temper import none
from game.ui.desk.faces import draw_face
from game.ui.desk.parts import section
from game.ui.desk.strands import (
    STRANDS_TOLD,
    STYLES,
    Other,
    Strand,
    ask_why,
    because,
    others_of,
    says,
    tip_of,
)
from game.ui.desk.tie_graph import HEIGHT, draw_graph, draw_legend
from game.ui.kit import Area, meter, rich, rich_height

LISTED = 16
"""People told of below the picture."""
BAR = 44
"""Pixels of a strand's bar."""


def draw_ties(context: Context, area: Area, file: Dossier) -> None:
    """Draw all sections, one below the other; each cuts itself off the top of `area`."""
    ui, words = context.ui, context.words
    others = others_of(context, file.id)
    section(context, area, words("tie.graph"))
    if others:
        draw_graph(context, area.cut_top(ui.px(HEIGHT), ui.px(8)), file.id, others)
        draw_legend(context, area)
    else:
        none(context, area, words("tie.none"))
        area.cut_top(ui.px(10))
    _dealings(context, area, file)
    if others:
        section(context, area, words("tie.list"))
    for other in others[:LISTED]:
        _other(context, area, other)


def _dealings(context: Context, area: Area, file: Dossier) -> None:
    """Debts, protectors and who stands under his protection."""
    section(context, area, context.words("tie.debts"))
    lines = _deals(context, file)
    for number, (icon, text) in enumerate(lines):
        _line(context, area, f"ties.deal.{number}", icon, text)
    if not lines:
        none(context, area, context.words("tie.debts_none"))
    area.cut_top(context.ui.px(12))


def _deals(context: Context, file: Dossier) -> list[tuple[str, str]]:
    """Icon and sentence of each."""
    words, desk, tell = context.words, context.desk, context.narrator
    lines = []
    for debt in desk.debts(file.id):
        ends = {"who": tell.person(debt.debtor), "whom": tell.person(debt.creditor)}
        since = words.moment(debt.since, desk.tick)
        packs = round(debt.packs) if debt.packs >= 1 else debt.packs
        text = (
            words("tie.owes", n=packs, time=since, **ends)
            if packs
            else words("tie.owes_unknown", time=since, **ends)
        )
        link = f" [link=e{debt.because}]{words('why.link')}[/link]" if debt.because else ""
        lines.append(("coins", text + link))
    protector = desk.protector_of(file.id)
    if protector:
        text = words("tie.protector", who=tell.person(file.id), whom=tell.person(protector))
        packs = round(desk.tribute_of(file.id), 1)
        text += " " + words("tie.tribute", who=tell.person(file.id), n=packs) if packs else ""
        lines.append(("shield-check", text))
    for ward in desk.wards_of(file.id):
        lines.append(("shield-check", words("tie.ward", who=tell.person(file.id), whom=tell.person(ward))))
    return lines


def _line(context: Context, area: Area, name: str, icon: str, text: str) -> None:
    ui = context.ui
    room = area.w - ui.px(26)
    row = area.cut_top(rich_height(ui, text, room, 14), ui.px(6))
    ui.icon(icon, Rect(row.x, row.y, ui.px(18), ui.px(19)), 15, "accent" if icon == "coins" else "link")
    context.follow_link(rich(ui, name, Rect(row.x + ui.px(26), row.y, room, row.h), text, 14))


def _other(context: Context, area: Area, other: Other) -> None:
    """One of those tied to him: his face and name, then strand by strand with the last reason."""
    ui = context.ui
    strands = other.strands[:STRANDS_TOLD]
    room = area.w - ui.px(24 + 30)
    heights = [_strand_height(context, strand, room) for strand in strands]
    card = area.cut_top(ui.px(46) + sum(heights) + ui.px(4), ui.px(6))
    ui.box(card, "card", 6, "line")
    head = Area(card.x, card.y, card.w, ui.px(44))
    hot, hit = ui.hit(f"dossier.tie.{other.id}", head)
    if hot:
        ui.box(head, "hover", 6)
        ui.explain(context.words("tie.click"), head)
    draw_face(context, other.id, Rect(head.x + ui.px(6), head.y + ui.px(6), ui.px(32), ui.px(32)))
    name = Rect(head.x + ui.px(48), head.y, head.w - ui.px(60), head.h)
    ui.brief(name, context.desk.name(other.id), "text", "strong", 14)
    if hit:
        context.select(other.id, show=True)
    left = Area(card.x + ui.px(12), head.bottom, card.w - ui.px(24), card.h)
    for strand, height in zip(strands, heights, strict=True):
        _strand(context, left.cut_top(height), strand, room)


def _strand_height(context: Context, strand: Strand, room: int) -> int:
    ui, why = context.ui, because(context, strand)
    said = rich_height(ui, says(context, strand), room - ui.px(BAR + 28), 14)
    return said + (rich_height(ui, why, room, 12) if why else 0) + ui.px(8)


def _strand(context: Context, row: Area, strand: Strand, room: int) -> None:
    """A sentence, a bar, a "?"; below it the last thing known to have made it so."""
    ui, style = context.ui, STYLES[strand.feeling]
    ui.icon(style.icon, Rect(row.x, row.y, ui.px(20), ui.px(19)), 15, style.colour)
    said, name = says(context, strand), f"ties.list.{strand.name}"
    wide = room - ui.px(BAR + 28)
    high = rich_height(ui, said, wide, 14)
    sign = Rect(row.right - ui.px(20), row.y, ui.px(20), ui.px(20))
    hot, hit = ui.hit(f"dossier.why.tie.{strand.name}", sign, 8)
    ui.icon("circle-question-mark", sign, 14, "accent" if hot else "dim")
    bar = Rect(sign.x - ui.px(BAR + 6), sign.centery - ui.px(3), ui.px(BAR), ui.px(5))
    meter(ui, bar, strand.points / 100, style.colour)
    if hot:
        ui.explain(tip_of(context, strand), sign)
    if hit:
        ask_why(context, strand)
    context.follow_link(rich(ui, name, Rect(row.x + ui.px(26), row.y, wide, high), said, 14))
    why = because(context, strand)
    if why:
        at = Rect(row.x + ui.px(26), row.y + high, room, row.h)
        context.follow_link(rich(ui, f"{name}.because", at, why, 12, "muted"))
