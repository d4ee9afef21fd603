"""Are you sure? Asked only where something would be lost."""

from game.ui.kit import Area, rich, rich_height
from game.ui.screens.page import EDGE, FOOT, PAD, Page, foot, foot_button, panel
from game.ui.screens.parts import icon_line
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Step

WIDTH = 520
TITLE, LAST = 46, 34
"""Pixels that the question takes, and the line about the last save."""


class Confirm(Page):
    """A question with one way on and one way back; `name` finds its words in `screens.confirm`."""

    def __init__(self, stage: Stage, name: str, then: Step, last_save: str) -> None:
        """`last_save`: when it was, in words; empty: never."""
        super().__init__(stage)
        self.name = name
        self.then = then
        self.last_save = last_save

    def draw(self, screen: Area) -> None:
        """Draw the question."""
        ui, words = self.ui, self.words
        text = words(f"screens.confirm.{self.name}")
        high = rich_height(ui, text, ui.px(WIDTH - 2 * EDGE), 15) / ui.scale
        inner = panel(self, screen, WIDTH, high + TITLE + LAST + FOOT + 2 * PAD)
        title = words(f"screens.confirm.{self.name}_title")
        ui.label(inner.cut_top(ui.px(TITLE - 10), ui.px(10)), title, "text", "title", 26)
        line = foot(self, inner)
        if foot_button(self, line, "confirm.yes", words(f"screens.confirm.{self.name}_yes"), "danger"):
            self.step = self.then
        if foot_button(self, line, "confirm.no", words("screens.confirm.stay"), "normal"):
            self.step = self.back()
        self._last(inner.cut_bottom(ui.px(LAST)))
        rich(ui, "confirm.text", inner, text, 15, "muted")

    def _last(self, line: Area) -> None:
        """How much that is: when the game was saved last."""
        words = self.words
        if self.last_save:
            icon_line(self, line, "save", words("screens.confirm.last", when=self.last_save), "text")
        else:
            icon_line(self, line, "triangle-alert", words("screens.confirm.never"), "warn")
