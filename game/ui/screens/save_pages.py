"""Going on with a save, and keeping the game under a name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.saves import SaveInfo
from game.ui.kit import Area, safe
from game.ui.kit.field import text_field
from game.ui.screens.confirm import Confirm
from game.ui.screens.page import foot_button
from game.ui.screens.saves import SavesPage, written
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Back, Launch, Open, Play

if TYPE_CHECKING:
    from game.ui.screens.playing import Playing

LONGEST_NAME = 60


class LoadPage(SavesPage):
    """Going on with a save."""

    title = "screens.saves.load"

    def bottom(self, line: Area) -> None:
        """Load what is chosen."""
        info = self.info()
        ready = info is not None and not info.broken
        if (
            foot_button(
                self, line, "load.ok", self.words("screens.saves.load_ok"), "primary", disabled=not ready
            )
            and info
        ):
            self._load(info)
        if info is not None and info.backup is not None:
            text, tip = self.words("screens.saves.backup"), self.words("screens.saves.backup_tip")
            if foot_button(self, line, "load.backup", text, tip=tip):
                self._start(info.scenario_id, info.backup)

    def choose(self, info: SaveInfo, twice: bool) -> None:
        """Choose it; twice: load it."""
        super().choose(info, twice)
        if twice and not info.broken:
            self._load(info)

    def _load(self, info: SaveInfo) -> None:
        self._start(info.scenario_id, info.path)

    def _start(self, scenario: str, path: Path) -> None:
        play = Play(Launch(scenario, save=path))
        if self.playing is None or not self.playing.unsaved:
            self.step = play
        else:
            self.step = Open(Confirm(self.stage, "load", play, self.playing.last_save()))


class SavePage(SavesPage):
    """Keeping the game under a name."""

    title = "screens.saves.save"

    def __init__(self, stage: Stage, playing: Playing) -> None:
        super().__init__(stage, playing)
        self.game = playing
        self.name = playing.default_name()

    def top(self, inner: Area) -> None:
        """The name."""
        ui, label = self.ui, self.words("screens.saves.name")
        ui.caps(inner.cut_top(ui.px(16), ui.px(4)), label)
        line = inner.cut_top(ui.px(38), ui.px(12))
        ui.lead = "save.name"
        self.name = text_field(ui, "save.name", line, self.name, label, "pencil", LONGEST_NAME)
        if ui.submitted == "save.name" and self.name.strip():
            self._save()

    def bottom(self, line: Area) -> None:
        """Save; say so when another save of that name is replaced."""
        ui, words, name = self.ui, self.words, self.name.strip()
        old = next((info for info in self.saves if info.name == name and info.kind == "named"), None)
        text = words("screens.saves.replace" if old else "screens.saves.save_ok")
        if foot_button(self, line, "save.ok", text, "primary", "save", disabled=not name):
            self._save()
        if old:
            ui.icon("triangle-alert", line.cut_left(ui.px(18), ui.px(8)), 16, "warn")
            replaced = words("screens.saves.replaces", name=safe(name), when=written(words, old))
            ui.brief(line, replaced, "warn", "body", 13.5)

    def choose(self, info: SaveInfo, twice: bool) -> None:
        """Take over the name of a save, to replace it."""
        super().choose(info, twice)
        if info.kind == "named" and info.name:
            self.name = info.name

    def _save(self) -> None:
        self.game.save(self.name.strip())
        self.step = Back()
