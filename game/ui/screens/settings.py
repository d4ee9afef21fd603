"""Settings: everything the player may have his own way, remembered and in force at once."""

from __future__ import annotations

from collections.abc import Iterable

from pygame import Surface
from pygame.event import Event

from game.ui.kit import Area, content_height, scroll_content, tabs
from game.ui.screens.page import HEAD, PAD, RULE, Page, heading, inner_width, panel
from game.ui.screens.settings_keys import KeysTab
from game.ui.screens.settings_tabs import comfort, display, sound, time
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Step

WIDTH, HEIGHT = 820, 600
"""Of the panel at most."""
LINE, BELOW = 32, 14
"""Height of the line of tabs, and what is left free below it."""
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
        inner = panel(self, screen, WIDTH, self._height(screen), HEIGHT)
        heading(self, inner, words("screens.settings.title"))
        labels = [words(f"screens.settings.{tab}") for tab in TABS]
        line = inner.cut_top(ui.px(LINE), ui.px(BELOW))
        chosen = tabs(ui, "settings.tab", line, labels, self.tab)
        if chosen != self.tab:
            self.tab = chosen
            self.keys.stop()
        name = TABS[self.tab]
        scroll_content(ui, f"settings.{name}", inner, lambda whole: self._tab(name, whole))

    def _height(self, screen: Area) -> float:
        """As high as the tab needs; one that was not seen yet is measured first."""
        ui, name = self.ui, TABS[self.tab]
        key, width = f"settings.{name}.height", inner_width(self, screen, WIDTH)
        if key not in ui.scrolls:
            ui.scrolls[key] = content_height(ui, width, lambda whole: self._tab(name, whole))
        around = ui.px(HEAD - RULE) + ui.px(RULE) + ui.px(LINE) + ui.px(BELOW) + 2 * ui.px(PAD)
        return (ui.scrolls[key] + around) / ui.scale  # each part is rounded where it is cut off, so here, too

    def _tab(self, name: str, whole: Area) -> None:
        if name == "keys":
            self.keys.draw(self, whole)
        else:
            {"display": display, "time": time, "sound": sound, "comfort": comfort}[name](self, whole)

    def leave(self) -> None:
        """Stop waiting for a key."""
        self.keys.stop()
