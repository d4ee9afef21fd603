"""The card before the start: what it is about and what is asked, in a few lines; then the gate opens."""

from __future__ import annotations

from game.ui.kit import Area, rich, rich_height, safe, scroll_measured
from game.ui.screens.about import about, about_height
from game.ui.screens.library import Card
from game.ui.screens.page import EDGE, FOOT, PAD, Page, foot, foot_button
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
        band = ui.px(BAND if room.h > ui.px(520) else LOW_BAND)
        around = band + ui.px(FOOT + PAD)
        box = room.middle(width, min(room.h, around + self._aim_height(width - 2 * ui.px(EDGE))))
        ui.shadow(box, 30, 210)
        ui.box(box, "panel", 8, "edge")
        caps = f"{safe(card.pack)} · {words('screens.chooser.length', time=words.length(card.length))}"
        title = safe(card.text("title", words.lang))
        scene(self, Area(box.x, box.y, box.w, band), caps, title, ui.px(EDGE), card.id)
        inner = Area(box.x, box.y + band, box.w, box.h - band).inset(ui.px(EDGE), 0)
        inner.cut_bottom(ui.px(PAD))
        self._foot(foot(self, inner))
        scroll_measured(ui, "briefing", inner, self._aim_height, self._aim)

    def _texts(self) -> tuple[str, list[str]]:
        card, lang = self.card, self.words.lang
        return safe(card.text("brief", lang)), [safe(goal) for goal in card.stakes(lang)]

    def _aim_height(self, width: int) -> int:
        """How high the text gets."""
        ui, (brief, goals) = self.ui, self._texts()
        high = ui.px(6 + 18) + rich_height(ui, brief, width, 16)
        if goals:
            high += ui.px(18 + 8 + 10) + stakes_height(self, width, goals, 15)
        return high + about_height(self, width, self.card.figures)

    def _aim(self, whole: Area) -> None:
        """What it is about, and what is asked."""
        ui, (brief, goals) = self.ui, self._texts()
        whole.cut_top(ui.px(6))
        rich(ui, "briefing.text", whole.cut_top(rich_height(ui, brief, whole.w, 16), ui.px(18)), brief, 16)
        if goals:
            ui.caps(whole.cut_top(ui.px(18), ui.px(8)), self.words("screens.chooser.stakes"))
            stakes(self, whole, "briefing.goal", goals, 15)
            whole.cut_top(ui.px(10))
        about(self, whole, self.card.figures)

    def _foot(self, line: Area) -> None:
        ui, words = self.ui, self.words
        if foot_button(self, line, "briefing.ok", words("screens.briefing.ok"), "primary", "door-open"):
            self.step = Play(self.launch)
        if foot_button(self, line, "back", words("screens.back"), "ghost"):
            self.step = self.back()
        ui.label(line, words("screens.briefing.seed", seed=str(self.launch.seed)), "muted", "body", 13)
