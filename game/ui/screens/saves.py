"""The shelf of saves: what is there, with pictures; loading, keeping under a name, deleting."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
from babel.dates import format_date
from pygame import Rect, Surface

from game.saves import SaveError, SaveInfo, delete_save, list_saves
from game.sim.engine.calendar import day_of
from game.ui.kit import Area, Bounded, button, safe, scroll_area
from game.ui.screens.confirm import Confirm
from game.ui.screens.page import Page, foot, heading, panel
from game.ui.screens.stage import Stage, stretched
from game.ui.screens.steps import Launch, Open, Play, Step
from game.ui.words import Words

if TYPE_CHECKING:
    from game.ui.screens.playing import Playing

WIDTH, HEIGHT = 860, 644
ROW = 92
PICTURE = (136, 76)
LONGEST_NAME = 60


def written(words: Words, info: SaveInfo) -> str:
    """When a save was written, in the player's language and time zone; by a clock of 24 hours, as in the game."""
    moment = datetime.fromtimestamp(info.saved_at)
    return f"{format_date(moment, 'medium', locale=words.lang)}, {moment:%H:%M}"


def save_name(words: Words, info: SaveInfo) -> str:
    """What a save is called."""
    return safe(info.name) if info.name else words(f"screens.saves.{info.kind}")


def save_line(words: Words, info: SaveInfo) -> str:
    """Scenario, day and hour of a save."""
    return f"{safe(info.title)} · {words('ui.day', n=info.day)}, {info.time}"


class SavesPage(Page):
    """A list of saves; those that extend it say what a click on one does."""

    title = ""

    def __init__(self, stage: Stage, playing: Playing | None = None) -> None:
        super().__init__(stage)
        self.playing = playing
        self.saves: list[SaveInfo] = []
        self.chosen: Path | None = None
        self.deleting: Path | None = None
        """The save that was asked to be deleted once."""
        self.said = ""
        self._pictures: Bounded[Surface] = Bounded(60)

    def enter(self) -> None:
        """See what is on the shelf now."""
        super().enter()
        self.refresh()

    def refresh(self) -> None:
        """Read the shelf again."""
        self.saves = list_saves(self.words.lang)
        self._pictures.clear()

    def draw(self, screen: Area) -> None:
        """Draw the list, and below it what can be done."""
        ui, words = self.ui, self.words
        inner = panel(self, screen, WIDTH, HEIGHT)
        heading(self, inner, words(self.title))
        self.bottom(foot(self, inner))
        if self.said:
            ui.label(inner.cut_bottom(ui.px(20), ui.px(4)), self.said, "warn", "body", 13)
        self.top(inner)
        if not self.saves:
            ui.label(inner.cut_top(ui.px(40)), words("screens.saves.none"), "muted", "body", 14)
            return
        high = len(self.saves) * ui.px(ROW + 6)

        def rows(whole: Area) -> None:
            for number, info in enumerate(self.saves):
                row = whole.cut_top(ui.px(ROW), ui.px(6))
                if row.bottom > inner.y and row.y < inner.bottom:
                    self._row(row, number, info)

        scroll_area(ui, "saves.list", inner, high, rows)

    def top(self, inner: Area) -> None:
        """What stands above the list."""

    def bottom(self, line: Area) -> None:
        """The buttons below the list."""

    def choose(self, info: SaveInfo, twice: bool) -> None:
        """A save was clicked."""
        self.chosen, self.deleting, self.said = info.path, None, ""

    def info(self) -> SaveInfo | None:
        """The chosen save."""
        return next((info for info in self.saves if info.path == self.chosen), None)

    # one row

    def _row(self, row: Area, number: int, info: SaveInfo) -> None:
        ui, chosen = self.ui, info.path == self.chosen
        hot, hit = ui.hit(f"saves.{number}", row)
        ui.box(row, "hover" if hot else "card", 6, "accent" if chosen else "line", thick=1.5 if chosen else 1)
        inner = row.inset(ui.px(8))
        self._picture(inner.cut_left(ui.px(PICTURE[0]), ui.px(14)), info)
        self._delete(inner.cut_right(ui.px(40)), number, info)
        if hit:
            self.choose(info, ui.inputs.double)
        if info.broken:
            self._broken(inner, info)
        else:
            self._told(inner, info)

    def _told(self, inner: Area, info: SaveInfo) -> None:
        ui, words = self.ui, self.words
        when = written(words, info)
        name = inner.cut_top(ui.px(28))
        ui.label(
            name.cut_right(ui.width(when, "small_number", 13) + ui.px(4), ui.px(8)),
            when,
            "dim",
            "small_number",
            13,
            "right",
        )
        ui.label(name, save_name(words, info), "text", "title", 20)
        ui.label(inner.cut_top(ui.px(22)), save_line(words, info), "text", "body", 14)
        if info.meta is not None:
            more = words("screens.saves.inmates", n=info.meta.inmates)
            if info.meta.grade:
                more = f"{words('screens.saves.ended')}: {words.named('grade', info.meta.grade)} · {more}"
            ui.label(inner.cut_top(ui.px(20)), more, "muted", "body", 13)

    def _broken(self, inner: Area, info: SaveInfo) -> None:
        ui, words = self.ui, self.words
        ui.label(inner.cut_top(ui.px(28)), info.path.stem, "muted", "title", 20)
        ui.label(inner.cut_top(ui.px(22)), words(f"screens.save_error.{info.reason}"), "warn", "body", 14)

    def _picture(self, cell: Rect, info: SaveInfo) -> None:
        ui = self.ui
        size = (cell.w, cell.h)
        picture = self._pictures.get((info.path, size), lambda: _picture_of(info, Rect((0, 0), size)))
        ui.surface.blit(picture, cell.topleft)
        if info.picture is None:
            ui.box(cell, "bg", 4, "line")
            ui.icon("file-x" if info.broken else "image", cell, 24, "dim")

    def _delete(self, cell: Area, number: int, info: SaveInfo) -> None:
        ui, words = self.ui, self.words
        sure = self.deleting == info.path
        place = cell.middle(ui.px(36), ui.px(36))
        tip = words("screens.saves.delete_sure" if sure else "screens.saves.delete")
        if not button(
            ui, f"saves.{number}.delete", place, icon="trash", kind="danger" if sure else "ghost", tip=tip
        ):
            return
        if not sure:
            self.deleting, self.said = info.path, words("screens.saves.delete_sure")
            return
        self.deleting, self.said = None, ""
        try:
            delete_save(info.path)
        except SaveError as fault:
            self.said = words(f"screens.save_error.{fault.reason}")
        self.refresh()


def _picture_of(info: SaveInfo, area: Rect) -> Surface:
    """The picture of a save, cut to a size; a dark one when it can't be read."""
    if info.picture is not None:
        try:
            return stretched(pygame.image.load(io.BytesIO(info.picture), "save.png").convert(), area).copy()
        except pygame.error:
            pass
    empty = Surface(area.size)
    empty.fill((13, 16, 20))
    return empty


def last_save(lang: str) -> SaveInfo | None:
    """The newest save that can be loaded."""
    return next((info for info in list_saves(lang, pictures=False) if not info.broken), None)


def quick_load_step(stage: Stage, playing: Playing) -> Step | None:
    """What the key of quick loading does; it asks first when more than the day's play would be lost."""
    info = next(
        (each for each in list_saves(pictures=False) if each.kind == "quick" and not each.broken), None
    )
    if info is None:
        playing.say(stage.words("screens.saves.no_quick"), "warn")
        return None
    play = Play(Launch(info.scenario_id, save=info.path))
    long_ago = playing.unsaved and info.day != day_of(playing.session.world.tick)
    return Open(Confirm(stage, "load", play, playing.last_save())) if long_ago else play
