"""Waiting for a job: its progress, or what went wrong with it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable

from pygame import Surface
from pygame.event import Event

from game.saves import SaveError
from game.story.load import BrokenFilesError, UnknownScenarioError
from game.story.reading.problem import only_errors
from game.ui.kit import Area, rich, rich_height, safe, scroll_measured
from game.ui.loading import TIP_SECONDS, TIPS, draw_loading, tip_of
from game.ui.screens.backdrop import Backdrop
from game.ui.screens.jobs import Progress
from game.ui.screens.page import FOOT, HEAD, PAD, Page, foot, foot_button, inner_width, panel
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Home, Step

FIRST_PROBLEMS = 6
GAME_NAME = "Emerald City"
FAULT_WIDTH, FAULT_MOST = 640, 260
"""Of the panel that says what went wrong, and of its text at most."""


class Wait(Page):
    """Runs a job a step a frame, then does what comes after it."""

    def __init__(self, stage: Stage, title: str, job: Progress, then: Callable[[], Step]) -> None:
        super().__init__(stage)
        self.title = title
        self.job = job
        self.then = then
        self.share, self.doing = 0.0, ""
        self.backdrop = Backdrop(stage.behind)
        self._first_tip = secrets.randbelow(len(TIPS))
        self.fault: list[str] = []
        """What went wrong, in lines."""
        self._begun = False
        self._since: float | None = None
        """When the page was first drawn."""

    def frame(self, surface: Surface, events: Iterable[Event], now: float, seconds: float) -> Step | None:
        """Draw how far it is, and go a step further."""
        if self.fault:
            return super().frame(surface, events, now, seconds)
        self.stage.fit(surface)
        self.ui.begin(surface, [], now)
        self.backdrop.draw(surface)
        self._page(now)
        self.ui.end()
        return self._further()

    def _page(self, now: float) -> None:
        """Title, bar and the tip whose turn it is."""
        stage, words = self.stage, self.words
        self._since = now if self._since is None else self._since
        turn = self._first_tip + int((now - self._since) / TIP_SECONDS)
        doing = words(f"screens.loading.{self.doing}") if self.doing else ""
        tip = tip_of(words, turn, stage.key_name)
        draw_loading(self.ui, words, self.title or GAME_NAME, self.share, doing, tip)

    def _further(self) -> Step | None:
        if not self._begun:  # the first picture stands before the first step, which may take a second
            self._begun = True
            return None
        try:
            self.share, self.doing = next(self.job)
        except StopIteration:
            return self.then()
        except SaveError as fault:
            self.fault = [
                self.words(f"screens.save_error.{fault.reason}"),
                f"[c=muted]{safe(str(fault))}[/c]",
            ]
        except UnknownScenarioError as fault:
            self.fault = [safe(str(fault))]
        except BrokenFilesError as fault:
            problems = (only_errors(fault.problems) or fault.problems)[:FIRST_PROBLEMS]
            self.fault = [safe(f"{p.file}:{p.line}:{p.column}  {p.code}  {p.message}") for p in problems]
        return None

    def back(self) -> Step | None:
        """To the title."""
        return Home()

    def draw(self, screen: Area) -> None:
        """Draw what went wrong."""
        ui, words = self.ui, self.words
        told = self._fault_height(inner_width(self, screen, FAULT_WIDTH)) / ui.scale
        inner = panel(self, screen, FAULT_WIDTH, min(told, FAULT_MOST) + HEAD + FOOT + 2 * PAD)
        title = words("screens.loading.failed")
        ui.label(inner.cut_top(ui.px(HEAD - 12), ui.px(12)), title, "text", "title", 26)
        if foot_button(self, foot(self, inner), "back", words("screens.pause.to_title"), "primary"):
            self.step = self.back()
        scroll_measured(ui, "fault", inner, self._fault_height, self._faults)

    def _fault_height(self, width: int) -> int:
        ui = self.ui
        return sum(rich_height(ui, line, width, 14) + ui.px(8) for line in self.fault)

    def _faults(self, whole: Area) -> None:
        ui = self.ui
        for number, line in enumerate(self.fault):
            high = rich_height(ui, line, whole.w, 14)
            rich(ui, f"fault.{number}", whole.cut_top(high, ui.px(8)), line, 14, "muted")
