"""A screen that is a menu: over what lies behind, with a way back, and drawn by one method."""

from collections.abc import Iterable

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.ui.kit import Area, Ui, button
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Back, Step
from game.ui.words import Words

EDGE, PAD = 28, 20
"""Pixels between a panel's edge and its content: at the sides, above and below."""
HEAD, FOOT, RULE = 52, 64, 12
"""Pixels that a panel's heading takes, and its line of buttons; above and below the rule between."""


class Page:
    """One menu. Those that extend it write `draw`, and set `step` when something else is to come."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.step: Step | None = None
        self.seconds = 0.0
        """Seconds since the last frame."""
        self._left_from = self._come_back_to = ""
        """What the keyboard was on when another page was opened, and gets back when that is closed."""

    @property
    def ui(self) -> Ui:
        """The kit."""
        return self.stage.ui

    @property
    def words(self) -> Words:
        """The words of the player's language."""
        return self.stage.words

    def frame(self, surface: Surface, events: Iterable[Event], now: float, seconds: float) -> Step | None:
        """Take a frame's events and draw."""
        stage, self.step, self.seconds = self.stage, None, seconds
        stage.fit(surface)
        ui = stage.ui
        ui.begin(surface, self._walked(events), now)
        stage.behind.draw(surface, seconds)
        self.draw(Area(surface.get_rect()))
        if ui.inputs.key(pygame.K_ESCAPE):
            self.step = self.step or self.back()
        ui.end()
        self._keep_focus()
        return self.step

    def _keep_focus(self) -> None:
        ui = self.ui
        if self._come_back_to in ui.hits:
            ui.focus, ui.by_keys = self._come_back_to, True
        self._come_back_to = ""
        if self.step is not None:
            self._left_from = ui.focus or "" if ui.by_keys else ""

    def _walked(self, events: Iterable[Event]) -> list[Event]:
        """Keys as widgets know them; without a focus, the arrows begin at the first or the last button."""
        steps = {pygame.K_DOWN: 0, pygame.K_UP: pygame.KMOD_SHIFT} if self.ui.focus is None else {}
        return [
            Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=steps[event.key])
            if event.type == pygame.KEYDOWN and event.key in steps
            else event
            for event in self.stage.keys.translate(events)
        ]

    def enter(self) -> None:
        """Be on top."""
        self.ui.focus, self.ui.lead = None, ""
        self._come_back_to = self._left_from

    def leave(self) -> None:
        """Be gone."""

    def back(self) -> Step | None:
        """What the back key does."""
        return Back()

    def draw(self, screen: Area) -> None:
        """Draw the menu."""
        raise NotImplementedError


def panel(page: Page, screen: Area, width: float, height: float, most: float = 0) -> Area:
    """A floating panel in the middle; returns what is inside its edge.

    `most`: how high it gets at most, whatever lies in it; its head stays where it is then.
    """
    ui = page.ui
    room = screen.inset(ui.px(12))
    box = room.middle(min(ui.px(width), room.w), min(ui.px(most or height), room.h))
    box.h = min(box.h, ui.px(height))
    ui.shadow(box, 30, 210)
    ui.box(box, "panel", 8, "edge")
    return box.inset(ui.px(EDGE), ui.px(PAD))


def inner_width(page: Page, screen: Area, width: float) -> int:
    """How wide it is inside a panel of that width."""
    ui = page.ui
    return min(ui.px(width), screen.w - 2 * ui.px(12)) - 2 * ui.px(EDGE)


def heading(page: Page, inner: Area, title: str, caps: str = "") -> Area:
    """The title of a panel with its way back; cuts itself off the top, returns the line for more buttons."""
    ui = page.ui
    line = inner.cut_top(ui.px(HEAD - 12), ui.px(12))
    cell = line.cut_right(ui.px(36), ui.px(4))
    tip = f"{page.words('screens.back')}  [c=muted]{page.stage.key_name('back')}[/c]"
    if button(ui, "back", cell.middle(ui.px(36), ui.px(36)), icon="x", kind="ghost", tip=tip):
        page.step = page.back()
    if caps:
        ui.caps(Rect(line.x, line.y - ui.px(4), line.w, ui.px(14)), caps, "accent")
        ui.label(Rect(line.x, line.y + ui.px(9), line.w, ui.px(34)), title, "text", "title", 26)
    else:
        ui.label(line, title, "text", "title", 30)
    return line


def foot(page: Page, inner: Area) -> Area:
    """The line of buttons at the bottom of a panel."""
    ui = page.ui
    line = inner.cut_bottom(ui.px(FOOT - 2 * RULE), ui.px(2 * RULE))
    ui.across(inner.x, line.y - ui.px(RULE), inner.w)
    return line


def foot_button(
    page: Page,
    line: Area,
    name: str,
    text: str,
    kind: str = "normal",
    icon: str = "",
    disabled: bool = False,
    tip: str = "",
) -> bool:
    """A button at the right end of a foot, as wide as its words; what was there before is to its right.

    Enter presses the primary one while nothing has the focus.
    """
    ui = page.ui
    width = ui.width(text, "body", 15) + ui.px(44 + (25 if icon else 0))
    cell = line.cut_right(max(ui.px(110), width), ui.px(10))
    entered = kind == "primary" and not disabled and ui.focus is None and ui.inputs.key(pygame.K_RETURN)
    return button(ui, name, cell, text, icon, kind, tip=tip, disabled=disabled, size=15) or entered
