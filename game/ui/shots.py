"""Every screen as a picture, in both languages and two sizes, for looking at; without a display."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.saves import SaveInfo
from game.sim.engine.snapshot import fork
from game.story.load import load_scenario
from game.story.reading.problem import Problem
from game.story.scenario import Scenario
from game.ui.app import App
from game.ui.preferences import Preferences
from game.ui.screens.behind import LivingPrison, StillDesk
from game.ui.screens.briefing import Briefing
from game.ui.screens.chooser import Chooser
from game.ui.screens.confirm import Confirm
from game.ui.screens.credits import Credits
from game.ui.screens.jobs import FIRST_SCENARIO, TitleJob, texts_of
from game.ui.screens.library import Card
from game.ui.screens.pause import Pause
from game.ui.screens.playing import Game, Playing
from game.ui.screens.report import TABS as REPORT_TABS
from game.ui.screens.report import Report
from game.ui.screens.save_pages import LoadPage, SavePage
from game.ui.screens.settings import TABS, Settings
from game.ui.screens.steps import Home, Launch, Screen
from game.ui.screens.title import Title
from game.ui.screens.wait import Wait
from game.ui.screens.welcome import Welcome
from game.ui.shots_desk import DESK, View, show
from game.ui.shots_lived import Past
from game.ui.window import open_hidden
from game.ui.words import LANGUAGES

SIZES = ((1280, 720), (1920, 1080))
SETTLING_FRAMES = 4


@dataclass
class Props:
    """What the pictures show, made once."""

    scenario: Scenario = field(default_factory=lambda: load_scenario(FIRST_SCENARIO))
    living: LivingPrison | None = None
    desks: dict[tuple[object, ...], Playing] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.past = Past(self.scenario)

    def playing(self, app: App, name: str) -> Playing:
        """A desk over the prison at a moment."""
        key = (name, app.stage.words.lang, app.surface.get_size(), app.stage.preferences.scale)
        if key not in self.desks:
            lived = self.past.at(name)
            game = Game(fork(lived.world), texts_of(self.scenario), self.scenario, self.scenario.id)
            self.desks[key] = Playing(app.stage, game)
            lived.hand_to(self.desks[key].session)
        return self.desks[key]

    def saves(self, picture: bytes, lang: str) -> list[SaveInfo]:
        """A shelf with something on it."""
        title = self.scenario.texts.get(self.scenario.file.title.key, lang)
        now = time.time()
        at = (
            ("", "auto", 3, "00:00", 0),
            ("", "quick", 2, "14:05", 4000),
            ("Vor dem Besuch" if lang == "de" else "Before the visit", "named", 1, "21:40", 90000),
        )
        whole = [
            SaveInfo(Path(f"{kind}.save"), name, self.scenario.id, title, day, hour, now - ago, kind, picture)
            for name, kind, day, hour, ago in at
        ]
        broken = SaveInfo(
            Path("game-old.save"), broken="game-old.save: content: is damaged", reason="damaged"
        )
        return [*whole, broken]


def shots(out: Path, only: str = "") -> Iterator[Path]:
    """Write the pictures; yields the path of each."""
    props = Props()
    out.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        surface = open_hidden(size)
        for lang in LANGUAGES:
            app = App(None, surface, Preferences(lang=lang, warned=True))
            stand_behind(app, props)
            for name, make in SCREENS.items():
                if name.startswith(only):
                    path = out / f"{name}_{lang}_{size[0]}x{size[1]}.png"
                    draw(app, make(app, props))
                    pygame.image.save(surface, path)
                    yield path


def stand_behind(app: App, props: Props) -> None:
    """Have the prison of the title, and all scenarios, at hand."""
    if props.living is None:
        for _ in TitleJob(app.stage, props.scenario).run():
            pass
        assert isinstance(app.stage.living, LivingPrison)
        props.living = app.stage.living
        props.living.patient = True
    app.stage.behind = app.stage.living = props.living
    app.stage.library.wait()


def draw(app: App, screen: Screen) -> None:
    """Draw a screen until all in it knows its place."""
    app.stack = [screen]
    if isinstance(screen, Playing):
        for number in range(SETTLING_FRAMES):
            screen.still(app.surface, 10.0 + number, 0.0)
        return
    for number in range(SETTLING_FRAMES):
        screen.frame(app.surface, [], 10.0 + number, 0.0)


# the screens


def _desk(view: View) -> Callable[[App, Props], Screen]:
    def made(app: App, props: Props) -> Screen:
        playing = props.playing(app, view.moment)
        show(playing, view)
        return playing

    return made


def _over_desk(app: App, props: Props, name: str = "desk") -> Playing:
    """A desk that is out of focus behind a menu."""
    view = DESK[name]
    playing = props.playing(app, view.moment)
    show(playing, view)
    playing.desk.state.outcome_seen = True
    draw(app, playing)
    app.stage.behind = StillDesk(app.surface)
    return playing


def _title(app: App, props: Props) -> Screen:
    assert props.living is not None
    app.stage.behind = props.living
    title = Title(app.stage)
    title.enter()
    if title.last is None:
        title.last = props.saves(b"", app.stage.words.lang)[0]
    return title


def _chooser(app: App, props: Props, broken: bool = False) -> Screen:
    app.stage.seed = 1
    chooser = Chooser(app.stage)
    if broken:
        problem = Problem(
            "scenarios/mine/first.yaml", 36, 9, "E103", "unknown effect 'nead'", "did you mean 'need'?"
        )
        card = Card("mine.first", Path("first.yaml"), "first", "mine", problems=(problem,))
        app.stage.library.cards = [*(c for c in app.stage.library.cards if c.id != card.id), card]
        chooser.chosen = card.id
    return chooser


def _briefing(app: App, props: Props) -> Screen:
    card = app.stage.library.card(props.scenario.id)
    assert card is not None
    return Briefing(app.stage, card, Launch(card.id))


def _loading(app: App, props: Props) -> Screen:
    title = props.scenario.texts.get(props.scenario.file.title.key, app.stage.words.lang)
    return Wait(app.stage, title, iter(((0.57, "ground"),) * 9), Home)


def _load(app: App, props: Props) -> Screen:
    playing = _over_desk(app, props)
    page = LoadPage(app.stage, playing)
    page.saves = props.saves(playing.picture(), app.stage.words.lang)
    page.chosen = page.saves[1].path
    return page


def _save(app: App, props: Props) -> Screen:
    playing = _over_desk(app, props)
    page = SavePage(app.stage, playing)
    page.saves = props.saves(playing.picture(), app.stage.words.lang)
    return page


def _settings(tab: str) -> Callable[[App, Props], Screen]:
    return lambda app, props: Settings(app.stage, tab)


def _report(tab: int) -> Callable[[App, Props], Screen]:
    def made(app: App, props: Props) -> Screen:
        report = Report(app.stage, _over_desk(app, props, "outcome"))
        report.tab = tab
        return report

    return made


MENUS: dict[str, Callable[[App, Props], Screen]] = {
    "title": _title,
    "welcome": lambda app, props: Welcome(app.stage),
    "chooser": _chooser,
    "briefing": _briefing,
    "loading": _loading,
    "credits": lambda app, props: Credits(app.stage),
    **{f"settings_{tab}": _settings(tab) for tab in TABS},
    "broken": lambda app, props: _chooser(app, props, broken=True),
    "pause": lambda app, props: Pause(app.stage, _over_desk(app, props)),
    "confirm": lambda app, props: Confirm(
        app.stage, "restart", Home(), _over_desk(app, props).default_name()
    ),
    "load": _load,
    "save": _save,
    **{f"report_{tab}": _report(number) for number, tab in enumerate(REPORT_TABS)},
}
SCREENS = {**MENUS, **{name: _desk(view) for name, view in DESK.items()}}
"""Every screen, by the name of its picture."""
