"""A fight that is known: where, who, how far off help is, and what can be done about it now."""

import pygame
from pygame import Rect

from game.sim.commands import CallOfficers, LockWing
from game.sim.commands.base import Command
from game.sim.desk.bodies import FightView
from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.desk.places import wing_with_cells
from game.ui.kit import Area, button, icon_button, rich
from game.ui.kit.richtext import setting
from game.ui.kit.theme import Colour

WIDTH = 560
CALLED = 2
"""Officers who are called at a time."""
SLOW = 1
"""The clock's speed of watching."""
TILES_A_MINUTE = 6
DASHES, MOST_DASHES = (9, 6), 800
"""Pixels drawn and left out of the lines that lead officers to a fight, and how many at most."""
TOLD = frozenset(("Assaulted", "Struck", "Joined", "Responded", "Watched"))
"""Kinds that a fight's card tells already while it lasts."""


def fights(context: Context) -> list[FightView]:
    """The fights known of that go on now, the newest first."""
    return context.remember("fights", None, lambda: context.desk.fights()[::-1])


def fights_shown(context: Context) -> list[FightView]:
    """Those of which the player did not put the card aside."""
    return [fight for fight in fights(context) if fight.id not in context.state.fights_shut]


def fighters(context: Context) -> frozenset[int]:
    """Everyone made out in a fight that goes on now."""
    return frozenset(id for fight in fights(context) for side in fight.sides for id in side)


def fight_in(context: Context, room: int) -> FightView | None:
    """The fight known of in a room."""
    return next((fight for fight in fights(context) if fight.room == room), None)


def draw_fights(context: Context, area: Area) -> None:
    """Draw the newest fight's card at the top of `area`, which is cut."""
    found = fights_shown(context)
    if not found:
        return
    ui, fight = context.ui, found[0]
    width = min(ui.px(WIDTH), area.w - ui.px(16))
    room = width - ui.px(64)
    what, help = what_goes_on(context, fight), who_comes(context, fight)
    made, coming = setting(ui, what, room - ui.px(30), 15), setting(ui, help, room, 13)
    high = made.height + coming.height + ui.px(20 + 8 + 34)
    card = Area(area.centerx - width // 2, area.y, width, high)
    area.cut_top(high, ui.px(8))
    ui.cover("fight", card)
    ui.shadow(card, 16, 190)
    ui.box(card, "panel", 7, "danger", thick=1.5)
    ui.fill(Rect(card.x + 1, card.y + ui.px(6), ui.px(4), card.h - ui.px(12)), "danger")
    ui.icon("swords", Rect(card.x + ui.px(8), card.y, ui.px(44), ui.px(44)), 24, "danger")
    inner = Area(card.x + ui.px(52), card.y + ui.px(10), room, high)
    close = Rect(card.right - ui.px(32), card.y + ui.px(6), ui.px(26), ui.px(26))
    if icon_button(ui, "fight.dismiss", close, "x", context.words("alert.dismiss")):
        context.state.fights_shut.add(fight.id)
    line = inner.cut_top(made.height)
    context.follow_link(rich(ui, "fight.what", Area(line.x, line.y, room - ui.px(30), line.h), what, 15))
    context.follow_link(rich(ui, "fight.help", inner.cut_top(coming.height, ui.px(8)), help, 13, "muted"))
    _buttons(context, inner.cut_top(ui.px(32)), fight, len(found) - 1)


def what_goes_on(context: Context, fight: FightView) -> str:
    """Where, since when, and who was made out."""
    words, narrator = context.words, context.narrator
    sides = [words.listing([narrator.person(id) for id in side]) for side in fight.sides]
    if all(sides):
        who = words("fight.two", who=sides[0], whom=sides[1])
    else:
        who = words("fight.one", who=sides[0] or sides[1]) if any(sides) else words("fight.nobody")
    since = words("alert.ago", time=words.length(max(0, context.desk.tick - fight.since)))
    return f"{words('fight.in', place=narrator.place(fight.room))} {who} [c=dim]{since}[/c]"


def who_comes(context: Context, fight: FightView) -> str:
    """The officers on the way with their minutes; else how far off the nearest is."""
    words, narrator = context.words, context.narrator
    if fight.officers:
        names = [
            words("fight.coming", who=narrator.person(c.officer), n=c.minutes)
            if c.minutes
            else words("fight.there", who=narrator.person(c.officer))
            for c in fight.officers
        ]
        return words("fight.coming_all", who=words.listing(names))
    officer, tiles = context.desk.nearest_officer(fight.room)
    if not officer:
        return words("alert.no_officer")
    return words("fight.nearest", who=narrator.person(officer), n=max(1, -(-tiles // TILES_A_MINUTE)))


def _buttons(context: Context, line: Area, fight: FightView, more: int) -> None:
    ui, words = context.ui, context.words
    if more:
        text = words("alert.more", n=more)
        ui.label(line.cut_right(ui.width(text, "body", 12), ui.px(6)), text, "muted", "body", 12, "right")
    wing = wing_with_cells(context, fight.room)
    free = context.desk.officers_free(fight.room)
    acts: list[tuple[str, str, str, str, Command | None]] = [
        ("watch", "eye", words("fight.watch"), words("fight.watch_tip"), None),
        (
            "call",
            "siren",
            words("fight.call", n=free),
            words("fight.call_tip"),
            CallOfficers(fight.room, CALLED),
        ),
    ]
    if wing:
        acts.append(("lock", "lock", words("alert.lock"), words("ui.wings.lock_tip"), LockWing(wing)))
    wide = [ui.width(text, "body", 13) + ui.px(40) for _, _, text, _, _ in acts]
    worded = sum(wide) + ui.px(6) * len(wide) <= line.w
    for (name, icon, text, tip, command), width in zip(acts, wide, strict=True):
        cell = line.cut_left(width if worded else ui.px(40), ui.px(6))
        why = context.refusal(command) if command else ""
        tip = f"{tip}\n[c=warn]{why}[/c]" if why else tip
        kind = "primary" if name == "call" and not fight.officers and not why else "normal"
        if button(ui, f"fight.{name}", cell, text, icon, kind, tip=tip, disabled=bool(why), size=13):
            _act(context, fight, command)


def _act(context: Context, fight: FightView, command: Command | None) -> None:
    if command is None:
        watch(context, fight)
    elif context.order(command):
        context.notify(
            context.words("orders.given", what=context.words(f"order.{type(command).__name__}")), "info"
        )


def watch(context: Context, fight: FightView) -> None:
    """Show the place, and let time pass slowly."""
    context.wanted_room = fight.room
    if not context.session.clock.paused:
        context.session.clock.set(SLOW)


def fight_by_key(context: Context) -> None:
    """Watch the newest fight, call officers to it, lock its wing."""
    found, keys, inputs = fights(context), context.keys, context.ui.inputs
    for name in ("watch_fight", "call_officers", "lock_fight"):
        if not found or not keys.pressed(inputs, name):
            continue
        wing = wing_with_cells(context, found[0].room)
        if name == "watch_fight":
            watch(context, found[0])
        elif name == "call_officers":
            _act(context, found[0], CallOfficers(found[0].room, CALLED))
        elif wing:
            _act(context, found[0], LockWing(wing))


def draw_coming(context: Context, area: Rect, board: Board) -> None:
    """Lead officers on their way to a fight there with a dashed line, and say how long they take."""
    placed: list[Rect] = []
    for fight in fights(context):
        known = next((id for side in fight.sides for id in side), 0)
        goal = (board.spot_of_person(known) if known else None) or board.spot_of(fight.room)
        for coming in fight.officers:
            at = board.spot_of_person(coming.officer) if coming.minutes else None
            if at is not None:
                dashes(context, at, goal, "link")
                _minutes(context, area, at, coming.minutes, placed)


def dashes(
    context: Context,
    start: tuple[int, int],
    end: tuple[int, int],
    colour: Colour,
    pattern: tuple[int, ...] = DASHES,
) -> None:
    """A line between two points of the screen, so many pixels drawn and left out in turns; a whole one without."""
    ui, way = context.ui, pygame.Vector2(end) - pygame.Vector2(start)
    far, rgb, thick = way.length(), ui.rgb(colour), max(2, ui.px(2.5))
    if not pattern or not far:
        pygame.draw.line(ui.surface, rgb, start, end, thick)
        return
    at, number, along = 0.0, 0, way / far
    while at < far and number < MOST_DASHES:
        step = ui.px(pattern[number % len(pattern)])
        if number % 2 == 0:
            pygame.draw.line(ui.surface, rgb, start + along * at, start + along * min(far, at + step), thick)
        at, number = at + step, number + 1


def _minutes(context: Context, area: Rect, at: tuple[int, int], minutes: int, placed: list[Rect]) -> None:
    """How long somebody still takes, over his head and over what stands there already."""
    ui = context.ui
    text = context.words("unit.minutes", n=minutes)
    wide = ui.width(text, "number", 13)
    box = Rect(at[0] + ui.px(10), at[1] - ui.px(46), wide + ui.px(30), ui.px(22))
    while box.collidelist(placed) >= 0:
        box.y -= box.h + ui.px(2)
    if not area.contains(box):
        return
    placed.append(box)
    ui.box(box, "bg", 5, "link", alpha=230)
    ui.icon("siren", Rect(box.x + ui.px(2), box.y, ui.px(22), box.h), 14, "link")
    ui.label(Rect(box.x + ui.px(24), box.y, wide + 2, box.h), text, "text", "number", 13)
