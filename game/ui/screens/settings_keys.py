"""The tab of the keys: what can be done by key, with which, and how to change it."""

from __future__ import annotations

import pygame
from pygame import Rect
from pygame.event import Event

from game.ui.bindings import ACTIONS, SLOTS, Action
from game.ui.kit import Area, button, rich, rich_height
from game.ui.screens.page import Page
from game.ui.screens.parts import section

KEY_WIDTH = 124


class KeysTab:
    """A table of actions and keys; a click on a key waits for the one to take its place."""

    def __init__(self) -> None:
        self.waiting: tuple[str, int] | None = None
        """The action and the slot that wait for a key."""
        self.said: tuple[str, str, str] | None = None
        """What came of the last key, if it was not taken: key of the message, name of the key, other action."""

    def stop(self) -> None:
        """Wait no longer."""
        self.waiting = None

    def take(self, page: Page, events: list[Event]) -> list[Event]:
        """Bind a key that was pressed while one is waited for; returns what is left for others."""
        if self.waiting is None:
            return events
        for event in events:
            if event.type == pygame.KEYDOWN:
                self._press(page, event.key)
                break
            if event.type == pygame.MOUSEBUTTONDOWN:
                self.stop()
                break
        return [event for event in events if event.type not in (pygame.KEYDOWN, pygame.TEXTINPUT)]

    def _press(self, page: Page, key: int) -> None:
        assert self.waiting is not None
        keys, (action, slot) = page.stage.keys, self.waiting
        self.waiting, self.said = None, None
        if key in keys.keys("back") and action != "back":
            return
        if key in (pygame.K_DELETE, pygame.K_BACKSPACE):
            if not keys.clear(action, slot):
                self.said = ("screens.keys.needed", "", action)
        else:
            taken = keys.bind(action, slot, key)
            if taken:
                self.said = ("screens.keys.taken", pygame.key.name(key), taken)
        page.stage.keep_keys()

    def draw(self, page: Page, whole: Area) -> None:
        """Draw the table; cuts itself off the top of `whole`."""
        self._head(page, whole)
        group = ""
        for action in ACTIONS:
            if action.group != group:
                group = action.group
                section(page, whole, f"screens.keys.group_{group}")
            self._row(page, whole.cut_top(page.ui.px(32), page.ui.px(4)), action)

    def _head(self, page: Page, whole: Area) -> None:
        ui, words, stage = page.ui, page.words, page.stage
        line = whole.cut_top(ui.px(42), ui.px(4))
        text = words("screens.keys.reset")
        cell = line.cut_right(ui.width(text, "body", 14) + ui.px(58), ui.px(12)).inset(0, ui.px(3))
        changed = bool(stage.keys.changes())
        if button(ui, "settings.keys.reset", cell, text, "rotate-ccw", disabled=not changed):
            stage.keys.reset()
            stage.keep_keys()
            self.waiting = self.said = None
        said, colour = self._said(page)
        high = rich_height(ui, said, line.w, 12.5)
        rich(
            ui,
            "settings.keys.said",
            Area(line.x, line.y + max(0, (line.h - high) // 2), line.w, high),
            said,
            12.5,
            colour,
        )

    def _said(self, page: Page) -> tuple[str, str]:
        words = page.words
        if self.waiting:
            return words("screens.keys.press"), "accent"
        if self.said:
            key, name, action = self.said
            return words(
                key, name=page.stage.named_key(name), action=words(f"screens.action.{action}")
            ), "warn"
        return words("screens.keys.note"), "muted"

    def _row(self, page: Page, line: Area, action: Action) -> None:
        ui, keys = page.ui, page.stage.keys.keys(action.name)
        ui.box(line, "card", 6, "line")
        inner = Area(line.x + ui.px(16), line.y, line.w - ui.px(20), line.h)
        for slot in reversed(range(SLOTS)):
            cell = inner.cut_right(ui.px(KEY_WIDTH), ui.px(4)).inset(0, ui.px(3))
            self._key(page, cell, action, slot, keys[slot] if slot < len(keys) else 0)
        ui.label(inner, page.words(f"screens.action.{action.name}"), "text", "body", 14)

    def _key(self, page: Page, cell: Rect, action: Action, slot: int, key: int) -> None:
        waits = self.waiting == (action.name, slot)
        name = page.stage.named_key(pygame.key.name(key)) if key else "–"
        text = page.words("screens.keys.waits") if waits else name
        if button(page.ui, f"settings.key.{action.name}.{slot}", cell, text, active=waits, size=13):
            self.waiting, self.said = (action.name, slot), None
