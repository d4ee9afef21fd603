"""Settings: everything the player may have his own way, remembered and in force at once."""

from __future__ import annotations

from collections.abc import Iterable

from pygame import Surface
from pygame.event import Event

from game.ui.kit import Area, scroll_area, tabs
from game.ui.screens.page import Page, heading, panel
from game.ui.screens.settings_keys import KeysTab
from game.ui.screens.settings_tabs import comfort, display, sound, time
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Step

WIDTH, HEIGHT = 820, 600
TABS = ("display", "time", "keys", "sound", "comfort")


class Settings(Page):
    """A panel with a tab for each kind of setting."""

    def __init__(self, stage: Stage, tab: str = "display") -> None:
        super().__init__(stage)
        self.tab = TABS.index(tab)
        self.keys = KeysTab()

    def frame(self, surface: Surface, events: Iterable[Event], now: float, seconds: float) -> Step | None:
        """A key that is being bound goes nowhere else."""
        if self.tab == TABS.index("keys"):
            events = self.keys.take(self, list(events))
        return super().frame(surface, events, now, seconds)

    def draw(self, screen: Area) -> None:
        """Draw the tab that lies open."""
        ui, words = self.ui, self.words
        inner = panel(self, screen, WIDTH, HEIGHT)
        heading(self, inner, words("screens.settings.title"))
        labels = [words(f"screens.settings.{tab}") for tab in TABS]
        chosen = tabs(ui, "settings.tab", inner.cut_top(ui.px(32), ui.px(14)), labels, self.tab)
        if chosen != self.tab:
            self.tab = chosen
            self.keys.stop()
        name = TABS[self.tab]
        height = f"settings.{name}.height"

        def content(whole: Area) -> None:
            top = whole.y
            self._tab(name, whole)
            ui.scrolls[height] = whole.y - top

        scroll_area(ui, f"settings.{name}", inner, ui.scrolls.get(height, 0), content)

    def _tab(self, name: str, whole: Area) -> None:
        if name == "keys":
            self.keys.draw(self, whole)
        else:
            {"display": display, "time": time, "sound": sound, "comfort": comfort}[name](self, whole)

    def leave(self) -> None:
        """Stop waiting for a key."""
        self.keys.stop()
