"""The menu over a game that pauses: go on, keep, load, set, begin again, leave."""

from __future__ import annotations

import pygame

from game.ui.kit import Area, button, safe
from game.ui.screens.confirm import Confirm
from game.ui.screens.page import Page
from game.ui.screens.playing import Playing
from game.ui.screens.save_pages import LoadPage, SavePage
from game.ui.screens.settings import Settings
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Back, Home, Launch, Open, Play, Quit, Step

WIDTH, BUTTON, GAP = 330, 42, 6
ENTRIES = (
    ("resume", "play"),
    ("save", "save"),
    ("load", "folder-open"),
    ("settings", "settings"),
    ("restart", "rotate-ccw"),
    ("title", "house"),
    ("quit", "log-out"),
)
"""Entries and their icons."""
WORDS = {"title": "to_title"}


class Pause(Page):
    """What the back key opens on the desk."""

    def __init__(self, stage: Stage, playing: Playing) -> None:
        super().__init__(stage)
        self.playing = playing

    def draw(self, screen: Area) -> None:
        """Draw the entries."""
        ui, words = self.ui, self.words
        high = 104 + len(ENTRIES) * (BUTTON + GAP)
        box = screen.middle(ui.px(WIDTH), min(ui.px(high), screen.h))
        ui.shadow(box, 30, 210)
        ui.box(box, "panel", 8, "edge")
        inner = box.inset(ui.px(24), ui.px(20))
        ui.label(inner.cut_top(ui.px(34)), words("screens.pause.title"), "text", "title", 28)
        ui.label(inner.cut_top(ui.px(20), ui.px(12)), self._where(), "muted", "body", 13)
        if ui.focus is None and ui.inputs.key(pygame.K_RETURN, pygame.K_KP_ENTER):
            self.step = self._chosen("resume")
        for name, icon in ENTRIES:
            line = inner.cut_top(ui.px(BUTTON), ui.px(GAP))
            kind = "primary" if name == "resume" else "normal"
            if button(
                ui,
                f"pause.{name}",
                line,
                words(f"screens.pause.{WORDS.get(name, name)}"),
                icon,
                kind,
                size=15,
                align="left",
            ):
                self.step = self._chosen(name)

    def _where(self) -> str:
        tick, words = self.playing.session.world.tick, self.words
        return f"{safe(self.playing.title(words.lang))} · {words.day(tick)}, {words.time(tick)}"

    def _chosen(self, name: str) -> Step:
        stage, playing = self.stage, self.playing
        if name == "save":
            return Open(SavePage(stage, playing))
        if name == "load":
            return Open(LoadPage(stage, playing))
        if name == "settings":
            return Open(Settings(stage))
        leaving: dict[str, Step] = {
            "restart": Play(Launch(playing.game.scenario_id, playing.game.seed)),
            "title": Home(),
            "quit": Quit(),
        }
        if name not in leaving:
            return Back()
        if not playing.unsaved:
            return leaving[name]
        return Open(Confirm(stage, name, leaving[name], playing.last_save()))
