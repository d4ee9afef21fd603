"""The sheet of the infirmary: who lies there and who waits, how badly hurt, since when, and by what, as known."""

from pygame import Rect

from game.sim.commands import Refer
from game.sim.desk.bodies import Infirmary, PatientView
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.desk.parts import command_button, section, sheet_head
from game.ui.kit import Area, button, chip, meter, rich, rich_height, scroll_content
from game.ui.kit.theme import Colour

TONES: dict[str, tuple[Colour, str]] = {
    "sound": ("good", "circle-check"),
    "bruise": ("warn", "droplet"),
    "hurt": ("warn", "droplet"),
    "grave": ("danger", "heart-pulse"),
    "deadly": ("danger", "siren"),
}
"""By severity: colour and sign."""
FACE, BUTTONS, MEDIC = 48, 30, 32


def draw_infirmary(context: Context, area: Area) -> None:
    """Draw the sheet, kept until a minute passes."""
    context.ui.cached("infirmary", area, (context.version, context.words.lang), lambda: _draw(context, area))


def _draw(context: Context, area: Area) -> None:
    ui, words = context.ui, context.words
    ui.fill(area, "panel")
    ui.down(area.right - 1, area.y, area.h)
    inner = area.inset(ui.px(16), ui.px(12))
    sheet_head(context, inner, words("infirmary.title"), "infirmary")
    ward = context.desk.infirmary()
    _beds(context, inner.cut_top(ui.px(44), ui.px(10)), ward)

    def content(whole: Area) -> None:
        for name, patients in (("lying", ward.patients), ("waiting", ward.waiting)):
            section(context, whole, words(f"infirmary.{name}", n=len(patients)))
            if not patients:
                ui.brief(
                    whole.cut_top(ui.px(24), ui.px(8)), words(f"infirmary.no_{name}"), "muted", "body", 13
                )
            for patient in patients:
                _patient(context, whole, patient)
            whole.cut_top(ui.px(6))
        _medics(context, whole)

    scroll_content(ui, "infirmary", inner, content)


def _beds(context: Context, area: Area, ward: Infirmary) -> None:
    """How many beds are taken, as a bar and in words."""
    ui, words = context.ui, context.words
    taken = ward.beds - ward.free
    line = area.cut_top(ui.px(22), ui.px(4))
    ui.icon("bed", line.cut_left(ui.px(20), ui.px(8)), 17, "accent")
    text = words("infirmary.beds", n=taken, all=ward.beds)
    free = words("infirmary.free", n=ward.free)
    ui.label(
        line.cut_right(ui.width(free, "strong", 13), ui.px(8)),
        free,
        "good" if ward.free else "danger",
        "strong",
        13,
    )
    ui.brief(line, text, "text", "body", 13)
    meter(ui, area.cut_top(ui.px(6)), taken / max(1, ward.beds), "good" if ward.free > 1 else "warn")


def _cause(context: Context, patient: PatientView) -> str:
    """How he came to be hurt, as far as it is known, with the way to why."""
    words = context.words
    fact = context.desk.fact(patient.cause) if patient.cause else None
    if fact is None:
        return f"[icon=circle-question-mark] {words('infirmary.unknown')}"
    return f"{context.narrator.fact(fact)} [link=e{fact.event}]{words('why.link')}[/link]"


def _patient(context: Context, whole: Area, patient: PatientView) -> None:
    ui, words, desk = context.ui, context.words, context.desk
    cause, width = _cause(context, patient), whole.w - ui.px(24 + FACE + 12)
    high = rich_height(ui, cause, width, 13)
    card = whole.cut_top(high + ui.px(20 + 22 + 22 + 22 + BUTTONS + 8), ui.px(8))
    tone, icon = TONES.get(patient.severity, TONES["hurt"])
    ui.box(card, "card", 6, "danger" if patient.severity == "deadly" else "line")
    inner = card.inset(ui.px(12), ui.px(10))
    draw_face(context, patient.person, Rect(inner.x, inner.y, ui.px(FACE), ui.px(FACE)))
    inner.cut_left(ui.px(FACE + 12))
    head = inner.cut_top(ui.px(22))
    text = words.named("severity", patient.severity)
    badge = ui.width(text, "body", 12) + ui.px(34)
    chip(ui, (head.right - badge, head.y + ui.px(1)), text, tone, icon)
    name = f"[b]{context.narrator.person(patient.person)}[/b]"
    context.follow_link(
        rich(ui, f"infirmary.{patient.person}.name", Area(head.x, head.y, head.w - badge, head.h), name, 14)
    )
    since = words("infirmary.since", time=words.length(max(0, desk.tick - patient.since)))
    where = words("infirmary.in_bed") if patient.bed else words("infirmary.no_bed")
    ui.brief(inner.cut_top(ui.px(22)), f"{since} · {where}", "muted", "body", 13)
    judged = words("infirmary.judged" if patient.treated else "infirmary.unseen")
    ui.brief(inner.cut_top(ui.px(22)), judged, "good" if patient.treated else "warn", "body", 12)
    context.follow_link(
        rich(ui, f"infirmary.{patient.person}.cause", inner.cut_top(high, ui.px(8)), cause, 13)
    )
    _acts(context, inner.cut_top(ui.px(BUTTONS)), patient)


def _acts(context: Context, line: Area, patient: PatientView) -> None:
    """See him, have the medics look at him, order something about him."""
    ui, words, id = context.ui, context.words, patient.person
    cells = line.columns(3, ui.px(6))
    if button(ui, f"infirmary.{id}.show", cells[0], words("infirmary.show"), "map-pin", size=12):
        context.select(id, show=True)
    name, text, tip = f"infirmary.{id}.medic", words("infirmary.medic"), words("orders.medic.tip")
    command_button(context, name, cells[1], Refer(id, "medic"), text, "stethoscope", tip, size=12)
    if button(ui, f"infirmary.{id}.orders", cells[2], words("orders.short"), "stamp", size=12):
        context.state.person, context.state.ordering = id, ("person", id)


def _medics(context: Context, whole: Area) -> None:
    """Who of the medics is on duty."""
    ui, words, desk = context.ui, context.words, context.desk
    medics = [id for id in desk.people("medic") if context.dossier(id).on_duty]
    section(context, whole, words("infirmary.medics", n=len(medics)))
    if not medics:
        ui.brief(whole.cut_top(ui.px(24)), words("refusal.no_medic"), "warn", "body", 13)
    for id in medics:
        line = whole.cut_top(ui.px(MEDIC))
        draw_face(context, id, Rect(line.x, line.y + ui.px(2), ui.px(28), ui.px(28)))
        line.cut_left(ui.px(38))
        room = desk.room_of(id)
        text = context.narrator.person(id) + (f" · {context.narrator.room(room)}" if room else "")
        at = Area(line.x, line.y + ui.px(6), line.w, line.h)
        context.follow_link(rich(ui, f"infirmary.medic.{id}", at, text, 13))
    ui.brief(whole.cut_top(ui.px(22)), words("infirmary.queue", n=desk.waiting("ward")), "muted", "body", 12)
