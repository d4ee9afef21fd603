"""Are you sure? Asked only where something would be lost."""

from game.ui.kit import Area, rich, rich_height
from game.ui.screens.page import Page, foot, foot_button, panel
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Step

WIDTH = 520


class Confirm(Page):
    """A question with one way on and one way back; `name` finds its words in `screens.confirm`."""

    def __init__(self, stage: Stage, name: str, then: Step) -> None:
        super().__init__(stage)
        self.name = name
        self.then = then

    def draw(self, screen: Area) -> None:
        """Draw the question."""
        ui, words = self.ui, self.words
        text = words(f"screens.confirm.{self.name}")
        high = rich_height(ui, text, ui.px(WIDTH - 56), 15) / ui.scale
        inner = panel(self, screen, WIDTH, high + 164)
        ui.label(
            inner.cut_top(ui.px(36), ui.px(10)),
            words(f"screens.confirm.{self.name}_title"),
            "text",
            "title",
            26,
        )
        line = foot(self, inner)
        if foot_button(self, line, "confirm.yes", words(f"screens.confirm.{self.name}_yes"), "primary"):
            self.step = self.then
        if foot_button(self, line, "confirm.no", words("screens.confirm.stay"), "ghost"):
            self.step = self.back()
        rich(ui, "confirm.text", inner, text, 15, "muted")
