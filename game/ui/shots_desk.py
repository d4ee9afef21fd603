"""What the pictures of the desk show: for each, a moment of the prison, and what lies open."""

from collections.abc import Callable
from typing import NamedTuple

from game.sim.engine.calendar import day_of
from game.ui.desk.overlay_legends import OVERLAYS
from game.ui.desk.peeks import Peek
from game.ui.desk.picking import Picking
from game.ui.desk.state import SHEETS, DeskState, Question
from game.ui.desk.visits import TABS as VISIT_TABS
from game.ui.desk.why_tree import nodes, own_kind
from game.ui.screens.playing import Playing

WHY_KINDS = ("Assaulted", "BruiseSeen", "Threatened", "Quarrelled", "Demanded", "Insulted", "Defied", "Paid")
"""Kinds of events of which one is asked why, and how long a tree may be to be seen as a whole."""
MOST_LINES = 9
NEVER = 1 << 30
"""Brief and report don't open by themselves."""
OVERLAY_ZOOM = 0.75
Open = Callable[[Playing], None]


class View(NamedTuple):
    """A picture of the desk: when, and what is opened for it."""

    moment: str
    open: Open


def show(playing: Playing, view: View) -> None:
    """Clear the desk, and open on it what the picture is to show."""
    session = playing.session
    playing.desk.state = DeskState(daily_seen=NEVER, hints=False, outcome_seen=True)
    session.put_off.update(decision.id for decision in session.desk.decisions())
    session.clock.set(2)
    playing.board.follow(0)
    playing.board.set_zoom(1.0)
    playing.board.show_room(_hall(playing))
    view.open(playing)


def _hero(playing: Playing) -> int:
    """Him whom the story is about."""
    return playing.session.desk.faces()[0]


def _wing(playing: Playing) -> int:
    return next(wing.id for wing in playing.session.desk.wings() if wing.id and wing.capacity)


def _hall(playing: Playing) -> int:
    """The common room of his wing."""
    desk = playing.session.desk
    wing = desk.plan.rooms[desk.cell_of(_hero(playing))].wing
    return next(room.id for room in desk.plan.rooms if room.kind == "commons" and wing in (room.wing, 0))


def _with(**fields: object) -> Open:
    """The desk in a certain state; functions among the values are asked for them."""

    def open_(playing: Playing) -> None:
        for name, value in fields.items():
            setattr(playing.desk.state, name, value(playing) if callable(value) else value)

    return open_


def _hero_with(**fields: object) -> Open:
    """His dossier, the map where he is, and what else lies open."""

    def open_(playing: Playing) -> None:
        playing.desk.state.person = _hero(playing)
        playing.board.show_person(playing.desk.state.person)
        _with(**fields)(playing)

    return open_


def _officer(playing: Playing) -> None:
    desk, state = playing.session.desk, playing.desk.state
    state.person = next(id for id in desk.people("officer") if desk.dossier(id).on_duty and desk.post_of(id))
    playing.board.show_person(state.person)


def _visit(playing: Playing) -> int:
    """A visit of the day."""
    desk = playing.session.desk
    held = [visit.id for visit in desk.visits(day_of(desk.tick))]
    return held[len(held) // 2] if held else 0


def _why(playing: Playing) -> int:
    """An event of which much is known that led to it, an own order before all else."""
    desk = playing.session.desk

    def told(event: int) -> tuple[bool, int, int]:
        lines = [node for node in nodes(desk.why(event)) if not node.unknown]
        return any(own_kind(node.tree.fact) for node in lines[1:]), -abs(len(lines) - MOST_LINES), event

    known = [fact.event for fact in desk.feed(limit=400) if fact.kind in WHY_KINDS]
    return max(known, key=told, default=0)


def _tie(playing: Playing) -> Question:
    """Why he feels most what he feels for another."""
    who = _hero(playing)
    bond = next(bond for bond in playing.session.desk.bonds(who) if bond.who == who)
    return Question("tie", bond.who, bond.whom, bond.feelings[0][0])


def _room(kind: str) -> Open:
    """The fullest room of a kind."""

    def open_(playing: Playing) -> None:
        desk, state = playing.session.desk, playing.desk.state
        rooms = [room.id for room in desk.plan.rooms[1:] if room.kind == kind]
        state.room = max(rooms, key=lambda room: len(desk.room(room).people))
        playing.board.show_room(state.room)

    return open_


def _fight(playing: Playing) -> None:
    """A fight while it lasts, where it is."""
    for fight in playing.session.desk.fights():
        playing.board.show_room(fight.room)
        for who in [who for side in fight.sides for who in side][:1]:
            playing.board.show_person(who)


def _zoom(zoom: float) -> Open:
    def open_(playing: Playing) -> None:
        playing.board.set_zoom(zoom)
        playing.board.show_person(_hero(playing))

    return open_


def _peek(playing: Playing) -> None:
    """The same fight, while the map shows another place."""
    found = [fact for fact in playing.session.desk.feed(limit=40) if fact.kind == "Assaulted"]
    playing.desk.state.peeks = [Peek(fact, float("inf")) for fact in found[-1:]]


def _overlay(name: str) -> Open:
    def open_(playing: Playing) -> None:
        playing.desk.state.overlay = name
        playing.board.set_zoom(OVERLAY_ZOOM)

    return open_


def _question(playing: Playing) -> None:
    playing.session.put_off.clear()


def _asked(kind: str) -> Callable[[Playing], Question]:
    return lambda playing: Question(kind, _hero(playing))


DESK: dict[str, View] = {
    "decision": View("morning", _question),
    "desk": View("noon", _hero_with()),
    "desk_hint": View("leisure", _with(hints=True)),
    "desk_far": View("leisure", _zoom(0.5)),
    "desk_near": View("leisure", _zoom(2.0)),
    "desk_night": View("night", _with()),
    "dossier_overview": View("leisure", _hero_with()),
    "dossier_mind": View("leisure", _hero_with(dossier_tab="mind")),
    "dossier_ties": View("leisure", _hero_with(dossier_tab="ties")),
    "dossier_officer": View("leisure", _officer),
    **{f"sheet_{name}": View("leisure", _with(sheet=name)) for name in SHEETS if name != "visits"},
    "sheet_staff": View("leisure", _with(sheet="people", people_tab=1)),
    "sheet_hour": View("leisure", _with(sheet="wings", hour=lambda playing: (_wing(playing), 15))),
    "sheet_posting": View("leisure", _with(sheet="posts", posting=1)),
    "visits_table": View("afternoon", _with(sheet="visits", visit=_visit)),
    **{
        f"visits_{name}": View("afternoon", _with(sheet="visits", visits_tab=number))
        for number, name in enumerate(VISIT_TABS)
        if number
    },
    **{f"overlay_{name}": View("leisure", _overlay(name)) for name in OVERLAYS if name != "ties"},
    "overlay_ties": View("leisure", _hero_with(overlay="ties", dossier_tab="ties")),
    "why": View("fight", _with(why=_why)),
    "why_mood": View("leisure", _hero_with(dossier_tab="mind", asked=_asked("mood"))),
    "why_stress": View("leisure", _hero_with(dossier_tab="mind", asked=_asked("stress"))),
    "why_tie": View("leisure", _hero_with(dossier_tab="ties", asked=_tie)),
    "why_tension": View("leisure", _with(asked=Question("tension"))),
    "orders": View("leisure", _hero_with(ordering=lambda playing: ("person", _hero(playing)))),
    "orders_wing": View("leisure", _with(ordering=lambda playing: ("wing", _wing(playing)))),
    "picking": View("leisure", _hero_with(picking=lambda playing: Picking("mediate", _hero(playing)))),
    "assigning": View("leisure", _with(assigning=_hero)),
    "room": View("leisure", _room("commons")),
    "room_cell": View("evening", _room("pod")),
    "fight": View("fight", _fight),
    "peek": View("fight", _peek),
    "course": View("leisure", _with(chart="tension")),
    "brief": View("dawn", _with(daily="morning")),
    "evening": View("evening", _with(daily="evening")),
    "outcome": View("end", _with(outcome_seen=False)),
}
"""Every picture of the desk, by its name."""
