"""The card before the start: what it is about and what is asked, in a few lines; then the gate opens."""

from __future__ import annotations

from game.ui.kit import Area, rich, rich_height, safe, scroll_area
from game.ui.screens.about import about, about_height
from game.ui.screens.library import Card
from game.ui.screens.page import EDGE, Page, foot, foot_button
from game.ui.screens.parts import scene, stakes, stakes_height
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Launch, Open, Play
from game.ui.screens.welcome import Welcome

WIDTH = 680
BAND, LOW_BAND = 118, 84
"""Height of the picture above, and where there is little room."""


class Briefing(Page):
    """A scenario's aim."""

    def __init__(self, stage: Stage, card: Card, launch: Launch) -> None:
        super().__init__(stage)
        self.card = card
        self.launch = launch

    def draw(self, screen: Area) -> None:
        """Draw the card; before the very first, what the game contains."""
        if not self.stage.preferences.warned:
            self.step = Open(Welcome(self.stage))
        ui, words, card = self.ui, self.words, self.card
        room = screen.inset(ui.px(12))
        width = min(ui.px(WIDTH), room.w)
        inside = width - 2 * ui.px(EDGE) - ui.px(10)
        brief, goals = safe(card.text("brief", words.lang)), [safe(goal) for goal in card.stakes(words.lang)]
        text = rich_height(ui, brief, inside, 16)
        high = text + ui.px(52) + stakes_height(self, inside, goals, 15)
        high += about_height(self, inside, card.figures) + ui.px(10)
        band = ui.px(BAND if room.h > ui.px(520) else LOW_BAND)
        box = room.middle(width, min(room.h, band + high + ui.px(96)))
        ui.shadow(box, 30, 210)
        ui.box(box, "panel", 8, "edge")
        caps = f"{safe(card.pack)} · {words('screens.chooser.length', time=words.length(card.length))}"
        title = safe(card.text("title", words.lang))
        scene(self, Area(box.x, box.y, box.w, band), caps, title, ui.px(EDGE), card.id)
        inner = Area(box.x, box.y + band, box.w, box.h - band).inset(ui.px(EDGE), 0)
        inner.cut_bottom(ui.px(20))
        self._foot(foot(self, inner))
        scroll_area(ui, "briefing", inner, high, lambda whole: self._aim(whole, brief, goals, inside))

    def _aim(self, whole: Area, brief: str, goals: list[str], width: int) -> None:
        """What it is about, and what is asked."""
        ui = self.ui
        whole.cut_top(ui.px(6))
        line = whole.cut_top(rich_height(ui, brief, width, 16), ui.px(18))
        rich(ui, "briefing.text", Area(line.x, line.y, width, line.h), brief, 16)
        rest = Area(whole.x, whole.y, width, whole.h)
        if goals:
            ui.caps(rest.cut_top(ui.px(18), ui.px(8)), self.words("screens.chooser.stakes"))
            stakes(self, rest, "briefing.goal", goals, 15)
            rest.cut_top(ui.px(10))
        about(self, rest, self.card.figures)

    def _foot(self, line: Area) -> None:
        ui, words = self.ui, self.words
        if foot_button(self, line, "briefing.ok", words("screens.briefing.ok"), "primary", "door-open"):
            self.step = Play(self.launch)
        if foot_button(self, line, "back", words("screens.back"), "ghost"):
            self.step = self.back()
        ui.label(line, words("screens.briefing.seed", seed=str(self.launch.seed)), "dim", "body", 13)
