"""The title: Oz behind it, living by itself; a name, a line, a menu."""

from __future__ import annotations

import pygame
from pygame import Rect

from game.saves import SaveInfo, list_saves
from game.saves.meta import GAME
from game.sim.engine import calendar
from game.ui.kit import Area, safe
from game.ui.screens.behind import LivingPrison
from game.ui.screens.chooser import Chooser
from game.ui.screens.credits import Credits
from game.ui.screens.page import Page
from game.ui.screens.save_pages import LoadPage
from game.ui.screens.saves import last_save, save_line
from game.ui.screens.settings import Settings
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Launch, Open, Play, Quit, Step
from game.ui.screens.welcome import Welcome

NAME = "EMERALD CITY"
NAME_SIZE = 104
LEFT = 0.075
"""Share of the width at which everything begins."""
ENTRY = 44
"""Height of an entry of the menu."""
MENU_WIDTH = 330


class Title(Page):
    """The first screen, and the last."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.last: SaveInfo | None = None
        """The newest save that can be loaded."""
        self.saved = False
        """Whether there are saves at all, were they broken."""
        self._entry_height = ENTRY

    def enter(self) -> None:
        """Look for saves."""
        super().enter()
        if self.stage.living is not None:
            self.stage.behind = self.stage.living
        self.stage.library.begin()
        self.last = last_save(self.words.lang)
        self.saved = self.last is not None or bool(list_saves(self.words.lang, pictures=False))

    def back(self) -> Step | None:
        """Nothing lies before the title."""
        return None

    def draw(self, screen: Area) -> None:
        """Draw name, line, menu and foot."""
        if not self.stage.preferences.warned:
            self.step = Open(Welcome(self.stage))
        ui = self.ui
        x = screen.x + max(ui.px(36), round(screen.w * LEFT))
        entries = self._entries()
        size = min(NAME_SIZE, max(54, int(screen.h / ui.scale / 7.2)))
        head = round(ui.line_height("title", size) * 1.02) + ui.px(64)
        self._entry_height = min(ui.px(ENTRY), (screen.h - head - ui.px(86)) // len(entries))
        menu = sum(self._height(more) for _, more in entries)
        top = max(ui.px(18), (screen.h - head - menu) * 2 // 5)
        self._name(Area(x, top, screen.w - x - ui.px(24), head), size)
        self._menu(Area(x, top + head, min(ui.px(MENU_WIDTH), screen.w - 2 * x), menu), entries)
        self._foot(Area(x, screen.bottom - ui.px(44), screen.w - 2 * x, ui.px(28)))

    def _name(self, area: Area, size: int) -> None:
        ui = self.ui
        line = area.cut_top(ui.line_height("title", size))
        ui.text((line.x - ui.px(3), line.y), NAME, "text", "title", size)
        area.y -= ui.px(size * 0.05)
        ui.fill(Rect(area.x, area.y + ui.px(4), ui.px(72), ui.px(3)), "accent")
        words = Rect(area.x, area.y + ui.px(14), area.w, ui.px(28))
        ui.label(words, self.words("screens.title.line"), "muted", "subtitle", 21)

    def _entries(self) -> list[tuple[str, str]]:
        """Name and further line of each entry; what goes on with the last game is first, and stands out."""
        found = [(name, "") for name in ("new", "load", "settings", "credits", "quit")]
        if self.last is not None:
            found.insert(0, ("continue", save_line(self.words, self.last)))
        return found

    def _closed(self, name: str) -> str:
        """Why an entry leads nowhere; empty if it leads somewhere."""
        nothing = name == "load" and self.last is None and not self.saved
        return self.words("screens.saves.none") if nothing else ""

    def _menu(self, area: Area, entries: list[tuple[str, str]]) -> None:
        for name, more in entries:
            if self._entry(area.cut_top(self._height(more)), name, more):
                self.step = self._chosen(name)
        if self.ui.focus is None and self.step is None and self.ui.inputs.key(pygame.K_RETURN):
            self.step = self._chosen(entries[0][0])

    def _height(self, more: str) -> int:
        return self._entry_height + (self.ui.px(14) if more else 0)

    def _entry(self, area: Area, name: str, more: str) -> bool:
        ui, closed = self.ui, self._closed(name)
        hot, hit = ui.hit(f"title.{name}", area)
        if closed:
            return self._shut(area, name, closed, hot, hit)
        first = name == "continue"
        others = first and (ui.hot or "").startswith("title.")
        if hot or (first and not others):
            ui.fill(Rect(area.x - ui.px(16), area.y + ui.px(9), ui.px(3), area.h - ui.px(18)), "accent")
        text = self.words(f"screens.title.{name}")
        room = Rect(area.x, area.y, area.w, self._entry_height)
        ui.label(room, text, "accent" if hot or first else "text", "title", 27)
        if more:
            ui.label(
                Rect(area.x + 1, area.y + self._entry_height - ui.px(8), area.w, ui.px(18)),
                more,
                "muted",
                "body",
                13,
            )
        return hit

    def _shut(self, area: Area, name: str, closed: str, hot: bool, hit: bool) -> bool:
        """An entry that leads nowhere yet, and says why."""
        ui = self.ui
        ui.label(area, self.words(f"screens.title.{name}"), "dim", "title", 27)
        if hot:
            ui.explain(closed, Rect(area.x, area.y, area.w // 2, area.h), beside=True)
        if hit:
            ui.sounds.append("refuse")
        return False

    def _chosen(self, name: str) -> Step:
        stage = self.stage
        if name == "continue" and self.last is not None:
            return Play(Launch(self.last.scenario_id, save=self.last.path))
        if name == "new":
            return Open(Chooser(stage))
        if name == "load":
            return Open(LoadPage(stage))
        if name == "settings":
            return Open(Settings(stage))
        return Open(Credits(stage)) if name == "credits" else Quit()

    def _foot(self, area: Area) -> None:
        """What it is not, and what is to be seen."""
        ui, behind = self.ui, self.stage.behind
        if isinstance(behind, LivingPrison):
            text = f"{safe(behind.place(self.words.lang))} · {self.words.time(behind.tick)}"
            icon = "sun" if 6 <= calendar.hour_of(behind.tick) < 20 else "moon"
            cell = area.cut_right(ui.width(text, "body", 13) + ui.px(4), ui.px(12))
            ui.label(cell, text, "muted", "body", 13)
            ui.icon(icon, area.cut_right(ui.px(18), ui.px(16)), 15, "accent")
        text = f"{GAME} · {self.words('screens.title.unofficial')}"
        ui.label(area, text, "muted", "body", 12)
