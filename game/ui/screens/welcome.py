"""The first start: what the game contains, told soberly; and how calm its pictures are to be."""

from game.ui.kit import Area, rich, rich_height, scroll_measured
from game.ui.screens.page import FOOT, HEAD, PAD, Page, foot, foot_button, inner_width, panel
from game.ui.screens.parts import languages, switch_height, switch_row
from game.ui.screens.steps import Back, Step

WIDTH = 720
PARTS, GAP = ("what", "how", "choice"), 12
"""Paragraphs, and pixels between two of them."""


class Welcome(Page):
    """Shown once, before anything else."""

    def back(self) -> Step | None:
        """There is no way past it but on."""
        return None

    def draw(self, screen: Area) -> None:
        """Draw what is to be known."""
        ui, words = self.ui, self.words
        inside = inner_width(self, screen, WIDTH)
        calm = switch_height(self, inside, "screens.comfort.calm")
        told = self._text_height(inside) + calm
        inner = panel(self, screen, WIDTH, told / ui.scale + HEAD + FOOT + 2 * PAD)
        line = inner.cut_top(ui.px(HEAD - 12), ui.px(12))
        languages(self, line.cut_right(ui.px(190)).inset(0, ui.px(3)))
        ui.label(line, words("screens.welcome.title"), "text", "title", 30)
        bottom = foot(self, inner)
        if foot_button(self, bottom, "welcome.go_on", words("screens.welcome.go_on"), "primary"):
            self.stage.set(warned=True)
            self.step = Back()
        self._calm(inner.cut_bottom(calm))
        scroll_measured(ui, "welcome.text", inner, self._text_height, self._text)

    def _calm(self, row: Area) -> None:
        changed = switch_row(self, row, "welcome.calm", "screens.comfort.calm", self.stage.preferences.calm)
        if changed is not None:
            self.stage.set(calm=changed)

    def _text_height(self, width: int) -> int:
        """How high the paragraphs get; the gap below the last lies before what follows."""
        ui, words = self.ui, self.words
        return sum(
            rich_height(ui, words(f"screens.welcome.{part}"), width, 15) + ui.px(GAP) for part in PARTS
        )

    def _text(self, whole: Area) -> None:
        ui = self.ui
        for number, part in enumerate(PARTS):
            text = self.words(f"screens.welcome.{part}")
            line = whole.cut_top(rich_height(ui, text, whole.w, 15), ui.px(GAP))
            rich(ui, f"welcome.text{number}", line, text, 15, "text" if number == 0 else "muted")
