"""What comes by post and what was found: letters the office read; things seized, and what is known of their way."""

from pygame import Rect

from game.sim.desk.visits import FindView, LetterView
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.kit import Area, rich, rich_height

LETTERS, FINDS = 30, 20
"""So many of the last are shown."""
GOOD = 0.15
"""From here on news are good, or as much below zero bad."""
FACE = 36


def draw_letters(context: Context, whole: Area) -> None:
    """The letters the office read, the newest first."""
    ui, words = context.ui, context.words
    ui.brief(whole.cut_top(ui.px(22), ui.px(8)), words("visits.letters_hint"), "muted", "body", 13)
    letters = context.desk.letters()[::-1][:LETTERS]
    if not letters:
        ui.brief(whole.cut_top(ui.px(24)), words("visits.no_letters"), "muted", "body", 13)
    for letter in letters:
        _letter(context, whole, letter)


def _letter(context: Context, whole: Area, letter: LetterView) -> None:
    ui, words = context.ui, context.words
    tone = "good" if letter.good > GOOD else "warn" if letter.good < -GOOD else "muted"
    icon = {"good": "face-slightly-smiling", "warn": "face-slightly-frowning", "muted": "face-neutral"}[tone]
    when = words.moment(letter.tick, context.desk.tick)
    head = words(
        "visits.letter",
        whom=context.narrator.person(letter.inmate),
        relation=words(f"relation.{letter.relation}.of"),
    )
    text = f"[c=dim]{when}[/c]  {head}\n[c=muted]{words(f'news.{letter.news}')}[/c]"
    text += f" [link=e{letter.event}]{words('why.link')}[/link]"
    width = whole.w - ui.px(20 + FACE + 12 + 26)
    card = whole.cut_top(max(ui.px(FACE), rich_height(ui, text, width, 13)) + ui.px(16), ui.px(6))
    ui.box(card, "card", 6, "line")
    inner = card.inset(ui.px(10), ui.px(8))
    draw_face(context, letter.inmate, Rect(inner.x, inner.y, ui.px(FACE), ui.px(FACE)))
    inner.cut_left(ui.px(FACE + 12))
    ui.icon(icon, inner.cut_right(ui.px(22), ui.px(4)).cut_top(ui.px(22)), 17, tone)
    context.follow_link(rich(ui, f"visits.letter.{letter.event}", inner, text, 13))


def draw_finds(context: Context, whole: Area) -> None:
    """What was seized lately, and who is believed to deal."""
    ui, words, desk = context.ui, context.words, context.desk
    finds = desk.finds()[::-1][:FINDS]
    ui.caps(whole.cut_top(ui.px(18), ui.px(6)), words("visits.finds"))
    if not finds:
        ui.brief(whole.cut_top(ui.px(24), ui.px(8)), words("visits.no_finds"), "muted", "body", 13)
    for find in finds:
        _find(context, whole, find)
    suspects = desk.believed_dealers()
    ui.caps(whole.cut_top(ui.px(22), ui.px(6)), words("visits.dealers"))
    if not suspects:
        ui.brief(whole.cut_top(ui.px(24)), words("visits.no_dealers"), "muted", "body", 13)
    for suspect in suspects[:8]:
        why = suspect.facts[-1].event
        text = words("visits.dealer", who=context.narrator.person(suspect.person), n=len(suspect.facts))
        text += f" [link=e{why}]{words('why.link')}[/link]"
        line = whole.cut_top(max(ui.px(30), rich_height(ui, text, whole.w - ui.px(40), 13)), ui.px(6))
        draw_face(context, suspect.person, Rect(line.x, line.y, ui.px(28), ui.px(28)))
        at = Area(line.x + ui.px(40), line.y + ui.px(5), line.w - ui.px(40), line.h)
        context.follow_link(rich(ui, f"visits.dealer.{suspect.person}", at, text, 13))


def _find(context: Context, whole: Area, find: FindView) -> None:
    """A thing, where and by whom it was found, and the known stations of its way."""
    ui, words, narrator = context.ui, context.words, context.narrator
    fact = context.desk.fact(find.event)
    when = words.moment(find.tick, context.desk.tick)
    lines = [f"[b]{words.named('thing', find.thing)}[/b]  [c=dim]{when}[/c]"]
    lines += [f"{narrator.fact(fact)} [link=e{find.event}]{words('why.link')}[/link]"] if fact else []
    past = [f for f in find.history if f.event != find.event]
    lines += [
        f"[icon=corner-down-right] [c=muted]{words.moment(f.tick, context.desk.tick)}  {narrator.fact(f)}[/c]"
        for f in past
    ]
    lines += [] if past else [f"[icon=circle-question-mark] [c=muted]{words('visits.no_history')}[/c]"]
    text = "\n".join(lines)
    card = whole.cut_top(rich_height(ui, text, whole.w - ui.px(58), 13) + ui.px(18), ui.px(6))
    ui.box(card, "card", 6, "line")
    inner = card.inset(ui.px(12), ui.px(9))
    ui.icon("package-search", inner.cut_left(ui.px(24), ui.px(10)).cut_top(ui.px(24)), 20, "accent")
    context.follow_link(rich(ui, f"visits.find.{find.item}", inner, text, 13))
