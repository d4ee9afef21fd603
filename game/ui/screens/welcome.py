"""The first start: what the game contains, told soberly; and how calm its pictures are to be."""

from game.ui.kit import Area, rich, rich_height, scroll_area
from game.ui.screens.page import EDGE, Page, foot, foot_button, panel
from game.ui.screens.parts import languages, switch_row
from game.ui.screens.steps import Back, Step

WIDTH = 720
AROUND = 224
"""Height of the panel but for its text."""
PARTS = ("what", "how", "choice")


class Welcome(Page):
    """Shown once, before anything else."""

    def back(self) -> Step | None:
        """There is no way past it but on."""
        return None

    def draw(self, screen: Area) -> None:
        """Draw what is to be known."""
        ui, words = self.ui, self.words
        inside = min(ui.px(WIDTH), screen.w - ui.px(24)) - 2 * ui.px(EDGE) - ui.px(12)
        text = sum(
            rich_height(ui, words(f"screens.welcome.{part}"), inside, 15) + ui.px(12) for part in PARTS
        )
        inner = panel(self, screen, WIDTH, text / ui.scale + AROUND)
        line = inner.cut_top(ui.px(40), ui.px(12))
        languages(self, line.cut_right(ui.px(190)).inset(0, ui.px(3)))
        ui.label(line, words("screens.welcome.title"), "text", "title", 30)
        bottom = foot(self, inner)
        if foot_button(self, bottom, "welcome.go_on", words("screens.welcome.go_on"), "primary"):
            self.stage.set(warned=True)
            self.step = Back()
        calm = self.stage.preferences.calm
        row = inner.cut_bottom(ui.px(58), ui.px(10))
        changed = switch_row(self, row, "welcome.calm", "screens.comfort.calm", calm)
        if changed is not None:
            self.stage.set(calm=changed)
        self._text(inner)

    def _text(self, area: Area) -> None:
        ui = self.ui
        texts = [self.words(f"screens.welcome.{part}") for part in PARTS]
        width = area.w - ui.px(12)
        high = sum(rich_height(ui, text, width, 15) + ui.px(12) for text in texts)

        def content(whole: Area) -> None:
            for number, text in enumerate(texts):
                line = Area(whole.x, whole.y, width, rich_height(ui, text, width, 15))
                rich(ui, f"welcome.text{number}", line, text, 15, "text" if number == 0 else "muted")
                whole.cut_top(line.h, ui.px(12))

        scroll_area(ui, "welcome.text", area, high, content)
