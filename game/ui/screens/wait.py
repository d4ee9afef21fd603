"""Waiting for a job: its progress, or what went wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pygame import Surface
from pygame.event import Event

from game.saves import SaveError
from game.story.load import BrokenFilesError, UnknownScenarioError
from game.story.reading.problem import only_errors
from game.ui.kit import Area, rich, rich_height, safe, scroll_area
from game.ui.loading import draw_loading
from game.ui.screens.jobs import Progress
from game.ui.screens.page import Page, foot, foot_button, panel
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Home, Step

FIRST_PROBLEMS = 6


class Wait(Page):
    """Runs a job a step a frame, then does what comes after it."""

    def __init__(self, stage: Stage, title: str, job: Progress, then: Callable[[], Step]) -> None:
        super().__init__(stage)
        self.title = title
        self.job = job
        self.then = then
        self.share, self.doing = 0.0, ""
        self.fault: list[str] = []
        """What went wrong, in lines."""
        self._begun = False

    def frame(self, surface: Surface, events: Iterable[Event], now: float, seconds: float) -> Step | None:
        """Draw how far it is, and go a step further."""
        if self.fault:
            return super().frame(surface, events, now, seconds)
        self.stage.fit(surface)
        self.ui.begin(surface, [], now)
        doing = self.words(f"screens.loading.{self.doing}") if self.doing else ""
        draw_loading(self.ui, self.words, self.title or self.words("ui.loading"), self.share, doing)
        self.ui.end()
        return self._further()

    def _further(self) -> Step | None:
        if not self._begun:  # the first picture stands before the first step, which may take a second
            self._begun = True
            return None
        try:
            self.share, self.doing = next(self.job)
        except StopIteration:
            return self.then()
        except SaveError as fault:
            self.fault = [self.words(f"screens.save_error.{fault.reason}"), f"[c=dim]{safe(str(fault))}[/c]"]
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
        inner = panel(self, screen, 640, 380)
        ui.label(inner.cut_top(ui.px(36), ui.px(10)), words("screens.loading.failed"), "text", "title", 26)
        if foot_button(self, foot(self, inner), "back", words("screens.pause.to_title"), "primary"):
            self.step = self.back()
        heights = [rich_height(ui, line, inner.w - ui.px(12), 14) for line in self.fault]

        def content(whole: Area) -> None:
            for number, (line, high) in enumerate(zip(self.fault, heights, strict=True)):
                rich(ui, f"fault.{number}", whole.cut_top(high, ui.px(8)), line, 14, "muted")

        scroll_area(ui, "fault", inner, sum(heights) + len(heights) * ui.px(8), content)
