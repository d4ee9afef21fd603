"""All that the desk says fits its place: both languages, scale 1 and 1.5 in the smallest window, and 800×500.

A text that is cut is a fault unless `Ui.brief` cut it, which says the whole under the mouse. So is one that leaves the
screen, its card or its scroll area sideways, and one that lies over another. Sheets, tabs and dialogs are walked as
they are registered: new ones are looked at without being named here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

import hand
import pygame
import pytest
from pygame import Rect
from test_desk import PlainBoard

from game.sim.events import Kind
from game.sim.minds.knowledge import FIELDS, Fact
from game.sim.world import World
from game.story.director import Director
from game.story.load import load_scenario, make_world, scenario_ids
from game.story.scenario import Scenario
from game.story.state import Story
from game.story.telling import Telling
from game.ui.desk.attention import Alert
from game.ui.desk.hints import HINTS
from game.ui.desk.overlays import OVERLAYS
from game.ui.desk.peeks import Peek
from game.ui.desk.screen import SHEET_PANELS, DeskScreen
from game.ui.factions import factions_of
from game.ui.kit import Area
from game.ui.kit.canvas import Canvas
from game.ui.kit.toasts import Toasts
from game.ui.screens.jobs import texts_of
from game.ui.session import Session
from game.ui.window import open_hidden
from game.ui.words import LANGUAGES

WINDOWS = ((1280, 720, 1.0), (1280, 720, 1.5), (800, 500, 1.0))
TABS = re.compile(r"\.tabs?\.\d+$|\.filter\.\w+$")
"""Ids of what changes what a panel shows: each is clicked."""


@dataclass
class Written:
    """A text as it was drawn: where, what of it can be seen, and on which cards."""

    rect: Rect
    text: str
    clip: Rect
    cards: tuple[tuple[str, Rect], ...]


class Watch:
    """Notes every text of a frame."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.texts: list[Written] = []
        write, caps = Canvas.text, Canvas.caps

        def text(ui: Any, at: tuple[int, int], text: str, *args: Any, **kwargs: Any) -> int:
            width = write(ui, at, text, *args, **kwargs)
            size = kwargs.get("size", args[2] if len(args) > 2 else 14)
            face = kwargs.get("face", args[1] if len(args) > 1 else "body")
            self._note(ui, Rect(*at, width, ui.line_height(face, size)), text)
            return width

        def head(ui: Any, area: Rect, text: str, *args: Any, **kwargs: Any) -> int:
            width = caps(ui, area, text, *args, **kwargs)
            self._note(ui, Rect(area.x, area.y, min(width, area.w), area.h), text)
            return width

        patch.setattr(Canvas, "text", text)
        patch.setattr(Canvas, "caps", head)

    def _note(self, ui: Any, rect: Rect, text: str) -> None:
        cards = tuple(
            (s.id, s.rect) for s in ui._spots if s.kind == "block" and s.rect.collidepoint(rect.center)
        )
        self.texts.append(Written(rect, text, ui.surface.get_clip(), cards))

    def faults(self, screen: Rect, on_map: Rect) -> Iterator[str]:
        """What of the frame does not fit."""
        seen = [
            one for one in self.texts if one.text.strip() and one.rect.w and one.clip.colliderect(one.rect)
        ]
        for one in seen:
            whole = screen if one.clip in (screen, on_map) and not one.cards else one.clip
            bare = one.clip == on_map and not one.cards  # a name on the map may leave it
            if not bare and (one.rect.x < whole.x - 1 or one.rect.right > whole.right + 1):
                yield f"sideways out: {one.text}"
            if one.clip == screen and not screen.inflate(2, 4).contains(one.rect):
                yield f"off the screen: {one.text}"
            card = one.cards[-1] if one.cards else None
            free = one.clip in (screen, on_map)
            if card and free and not card[1].inflate(4, 6).contains(one.rect):
                yield f"out of {card[0]}: {one.text}"
        for number, one in enumerate(seen):
            core = _core(one)
            for other in seen[number + 1 :]:
                same = one.clip == other.clip and one.cards == other.cards
                named = one.clip == on_map and not one.cards
                if same and not named and core.colliderect(_core(other)):
                    yield f"lies over: {one.text} | {other.text}"


def _core(one: Written) -> Rect:
    """What of a text's rectangle is surely ink."""
    return one.rect.inflate(-4, -round(one.rect.h * 0.5)).clip(one.clip)


class BareBoard(PlainBoard):
    """A map whose rooms' names are out of view: those come and go with the camera, one over the other or not."""

    def top_of(self, room: int) -> tuple[int, int, int]:
        return -500, -500, 0


class Stage:
    """A desk over a prison whose story has asked all its questions."""

    def __init__(
        self, scenario: Scenario, world: World, lang: str, size: tuple[int, int], scale: float
    ) -> None:
        self.size, self.scenario, self.scale = size, scenario, scale
        self.surface = pygame.display.set_mode(size)
        self.session = Session(world, factions=factions_of(scenario))
        self.desk = DeskScreen(self.session, BareBoard(), lang, scale, texts_of(scenario))
        self.desk.state.dailies, self.desk.state.hints = False, False
        self.now = 0.0
        self.found: dict[str, set[str]] = {}

    @property
    def ui(self) -> Any:
        return self.desk.ui

    def on_map(self) -> Rect:
        """Where the map is, though a dialog may lie over it."""
        return next(spot.rect for spot in self.ui._spots if spot.id == "map")

    def frame(self, events: list[Any] | None = None) -> None:
        self.now += 1.0
        self.desk.frame(self.surface, events or [], self.now, 1 / 60)

    def look(self, watch: Watch, where: str) -> None:
        """Draw what is open until it knows its heights, scroll through it, and note what does not fit."""
        assert self.ui.scale == self.scale
        for _ in range(2):
            self.frame()
        self._note(watch, where)
        for name in list(self.ui.places("scroll")):
            for _ in range(25):
                before = self.ui.scrolls.get(name, 0)
                if before >= self.ui.rooms.get(name, 0):
                    break
                self.ui.scrolls[name] = before + max(40, self.ui.places("scroll")[name].h - 60)
                self._note(watch, where)
            self.ui.scrolls[name] = 0

    def _note(self, watch: Watch, where: str) -> None:
        watch.texts.clear()
        self.ui._kept.clear()
        self.frame()
        on_map = self.on_map()
        faults = [f"cut: {cut.text} -> {cut.shown} at {cut.near}" for cut in self.ui.cut]
        faults += watch.faults(self.surface.get_rect(), on_map)
        if faults:
            self.found.setdefault(where, set()).update(faults)

    def hover(self, watch: Watch, where: str) -> None:
        """Rest on one of each kind of thing that is open, and note what its tooltip says that does not fit."""
        self.ui.tip_delay = 0.0
        kinds = {re.sub(r"\d+", "", name): rect for name, rect in self.ui.hits.items()}
        for rect in kinds.values():
            self.frame([hand.move(rect.center)])
            watch.texts.clear()
            self.frame()
            on_map = self.on_map()
            tip = [one for one in watch.texts[-40:] if not one.cards or one.cards[-1][0].startswith("tip")]
            other = SimpleNamespace(texts=tip)
            faults = list(Watch.faults(other, self.surface.get_rect(), on_map)) if self.ui.tip else []  # type: ignore[arg-type]
            if faults:
                self.found.setdefault(f"tip in {where}", set()).update(
                    f for f in faults if "lies over" not in f
                )
        self.frame([hand.move((self.size[0] - 1, self.size[1] - 1))])

    def tabs(self, watch: Watch, where: str) -> None:
        """Open every tab of what is open."""
        for name in [name for name in self.ui.hits if TABS.search(name)]:
            if name in self.ui.hits:
                hand.click(self.frame, self.ui.hits[name].center)
                self.look(watch, f"{where} {name}")


@pytest.fixture(scope="module")
def prisons() -> dict[str, tuple[Scenario, World]]:
    """Every scenario of the packs, a morning old, all its questions asked."""
    found = {}
    for id in scenario_ids():
        scenario = load_scenario(id)
        world = make_world(scenario, 1)
        world.run(200)
        director, state = Director(scenario), world.component("story", 1, Story)
        for key, beat in scenario.file.beats.items():
            if beat.ask is not None and key not in state.asked:
                director._ask(Telling(world, scenario, state).within(key), key, beat, beat.ask)
        found[id] = scenario, world
    return found


LOOKS = [(lang, window) for window in WINDOWS[:2] for lang in LANGUAGES] + [("de", WINDOWS[2])]
"""The longer language alone in the smallest window."""


@pytest.fixture(params=LOOKS, ids=str, scope="module")
def stage(request: pytest.FixtureRequest, prisons: dict[str, tuple[Scenario, World]]) -> Iterator[Stage]:
    lang, (width, height, scale) = request.param
    open_hidden((width, height))
    scenario, world = prisons["oz.e01"]
    stage = Stage(scenario, world, lang, (width, height), scale)
    stage.session.put_off.update(decision.id for decision in stage.session.desk.decisions())
    yield stage


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(monkeypatch)


@pytest.fixture(autouse=True)
def clean(stage: Stage) -> Iterator[None]:
    """Close all before and after a look."""
    state, session = stage.desk.state, stage.session
    while state.back():
        pass
    stage.found.clear()
    yield
    state.peeks, state.notice, session.clock.until = [], None, False
    session.attention.alerts.clear()
    session.attention.fresh.clear()
    state.hints = False


def people(stage: Stage) -> list[int]:
    """A face of the story, somebody of a faction, somebody with work, an officer, a medic."""
    desk = stage.session.desk
    files = [desk.dossier(id) for id in desk.people()]
    wanted: list[Callable[[Any], bool]] = [
        lambda file: file.faction > 0, lambda file: file.job > 0, lambda file: file.role == "officer" and file.post,
        lambda file: file.role == "medic",
    ]  # fmt: skip
    longest = max(files, key=lambda file: len(file.name)).id
    some = [next((file.id for file in files if fits(file)), 0) for fits in wanted]
    return [id for id in (*desk.faces()[:1], *some, longest) if id]


def facts(stage: Stage) -> list[Fact]:
    """A fact of every kind, about people and places of long names."""
    desk = stage.session.desk
    plan = desk.plan
    place = max(plan.rooms[1:], key=lambda room: len(room.name)).id
    who, whom = sorted(desk.people("inmate"), key=lambda id: -len(desk.name(id)))[:2]
    now = desk.tick
    return [
        Fact(
            event=number + 1, tick=now - 60 * (number % 30), learned=now, kind=kind.name, known=frozenset(FIELDS),
            source="staff", informant=whom, confidence=0.6, who=who, whom=whom, place=place, item=0, amount=0.0,
            detail=1,
        )
        for number, kind in enumerate(Kind)
    ]  # fmt: skip


def test_the_bare_desk_fits(stage: Stage, watch: Watch) -> None:
    stage.look(watch, "desk")
    stage.hover(watch, "desk")
    for overlay in OVERLAYS:
        stage.desk.state.overlay = overlay
        stage.look(watch, f"overlay {overlay}")
    stage.desk.state.overlay = ""
    for figure in stage.session.history.day:
        stage.desk.state.chart = figure
        stage.look(watch, f"course of {figure}")
    assert stage.found == {}


@pytest.mark.parametrize("sheet", list(SHEET_PANELS))
def test_every_sheet_and_all_its_tabs_fit(stage: Stage, watch: Watch, sheet: str) -> None:
    stage.desk.state.sheet = sheet
    stage.look(watch, sheet)
    stage.tabs(watch, sheet)
    stage.hover(watch, sheet)
    assert stage.found == {}


def test_what_opens_inside_a_sheet_fits(stage: Stage, watch: Watch) -> None:
    state, desk = stage.desk.state, stage.session.desk
    wing = next(wing for wing in desk.wings() if wing.id and wing.capacity)
    state.sheet, state.hour = "wings", (wing.id, 12)
    stage.look(watch, "hour of a wing")
    state.hour = None
    for post in [post for post in desk.posts() if post.id][:3]:
        state.sheet, state.posting = "posts", post.id
        stage.look(watch, "posting")
    assert stage.found == {}


def test_every_dossier_and_all_its_tabs_fit(stage: Stage, watch: Watch) -> None:
    for person in people(stage):
        stage.desk.state.person = person
        stage.look(watch, f"dossier {person}")
        stage.tabs(watch, f"dossier {person}")
    stage.hover(watch, "dossier")
    assert stage.found == {}


def test_every_kind_of_room_fits_its_card(stage: Stage, watch: Watch) -> None:
    rooms: dict[str, int] = {}
    for room in sorted(stage.session.desk.plan.rooms[1:], key=lambda room: len(room.name)):
        rooms[room.kind] = room.id
    for kind, room in rooms.items():
        stage.desk.state.room = room
        stage.look(watch, f"room {kind}")
    assert stage.found == {}


def test_all_questions_of_all_scenarios_fit(
    stage: Stage, watch: Watch, prisons: dict[str, tuple[Scenario, World]]
) -> None:
    for scenario, world in prisons.values():
        own = stage
        if world is not stage.session.world:
            own = Stage(scenario, world, stage.desk.words.lang, stage.size, stage.scale)
        asked = own.session.desk.decisions()
        own.session.put_off.update(decision.id for decision in asked)
        for decision in asked:
            own.desk.state.decision = decision.id
            own.look(watch, f"question {decision.key}")
        if asked:
            own.hover(watch, "question")
        own.desk.state.decision = 0
        assert own.found == {}, scenario.id


@pytest.mark.parametrize("which", ["morning", "evening"])
def test_the_brief_and_the_report_fit(stage: Stage, watch: Watch, which: str) -> None:
    stage.desk.state.daily = which
    stage.look(watch, which)
    assert stage.found == {}


def test_the_choice_of_a_cell_fits(stage: Stage, watch: Watch) -> None:
    stage.desk.state.assigning = stage.session.desk.faces()[0]
    stage.look(watch, "assign")
    assert stage.found == {}


def test_the_feed_fits_with_every_kind_of_event(
    stage: Stage, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = facts(stage)
    monkeypatch.setattr("game.sim.desk.Desk.feed", lambda self, since=0, limit=200: told[-limit:])
    for folded in (True, False):
        stage.desk.state.folded = folded
        stage.look(watch, f"feed folded={folded}")
    stage.tabs(watch, "feed")
    stage.hover(watch, "feed")
    stage.desk.state.folded = None
    assert stage.found == {}


def test_banners_small_pictures_and_news_fit_for_every_kind_of_event(stage: Stage, watch: Watch) -> None:
    state, attention = stage.desk.state, stage.session.attention
    for fact in facts(stage):
        attention.alerts[:] = [Alert(fact, True), Alert(replace(fact, place=0), False)]
        attention.alerts.append(Alert(fact, True))
        state.peeks = [Peek(fact, stage.now + 99)]
        stage.frame()
        stage._note(watch, f"banner {fact.kind}")
    attention.alerts.clear()
    state.peeks = []
    toasts = Toasts()
    for fact in facts(stage):
        toasts.add(stage.desk.narrator.fact(fact))
        stage.frame()
        toasts.draw(stage.ui, Area(stage.on_map()), True)
        assert stage.ui.cut == []
    assert stage.found == {}


def test_notices_and_hints_fit(stage: Stage, watch: Watch) -> None:
    state, words = stage.desk.state, stage.desk.words
    face = stage.session.desk.faces()[0]
    state.sending, stage.session.clock.until = face, True
    state.notice = SimpleNamespace(text=words("refusal.not_here", who="x"), until=1e9, tone="warn")  # type: ignore[assignment]
    stage.look(watch, "notices")
    state.sending, stage.session.clock.until, state.notice = 0, False, None
    state.hints = True
    for number in range(len(HINTS)):
        hint = HINTS[number]
        state.hints_seen = {other.key for other in HINTS if other.key != hint.key}
        stage.look(watch, f"hint {hint.key}")
    assert stage.found == {}


def test_why_something_happened_fits(stage: Stage, watch: Watch) -> None:
    desk = stage.session.desk
    with_causes = [fact.event for fact in desk.feed(limit=200) if desk.why(fact.event, depth=1).children]
    for event in with_causes[-6:]:
        stage.desk.state.why = event
        stage.look(watch, f"why {event}")
    assert stage.found == {}
