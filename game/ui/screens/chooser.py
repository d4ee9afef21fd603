"""Choosing a scenario: all there are at the left, the chosen one with what is at stake at the right."""

from __future__ import annotations

import re

from pygame import Rect

from game.story.reading.problem import Problem
from game.ui.kit import Area, Bounded, icon_button, rich, rich_height, safe, scroll_area
from game.ui.kit.field import text_field
from game.ui.screens.about import about
from game.ui.screens.library import Card
from game.ui.screens.page import Page, foot, foot_button, heading, panel
from game.ui.screens.parts import icon_line, scene, stakes
from game.ui.screens.stage import Stage, fresh_seed
from game.ui.screens.steps import Launch, Play

WIDTH, HEIGHT = 1060, 694
LIST = 0.36
CARD = 104
"""Height of an entry of the list: its title, two lines of what it is about, how long it lasts."""
BAND = 96
"""Height of the picture of the prison."""
DIGITS = 9
FIRST_PROBLEMS = 4
SENTENCE_END = re.compile(r"[.!?](?=\s)")


def _line_of(problem: Problem) -> str:
    """Where something is wrong, what, and how it may be mended."""
    line = safe(f"{problem.file}:{problem.line}:{problem.column}  {problem.code}  {problem.message}")
    return f"{line}\n[c=muted]{safe(problem.help)}[/c]" if problem.help else line


class Chooser(Page):
    """The scenarios of all packs. Broken ones are named with what is wrong; the others still play."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        stage.library.begin()
        self.chosen = ""
        self.seed = str(fresh_seed() if stage.seed is None else stage.seed)
        self._lines: Bounded[str] = Bounded(200)

    def draw(self, screen: Area) -> None:
        """Draw list, detail and foot."""
        ui, words, cards = self.ui, self.words, self.stage.library.cards
        inner = panel(self, screen, WIDTH, HEIGHT)
        heading(self, inner, words("screens.chooser.title"))
        card = self._card(cards)
        ui.lead = f"chooser.{card.id}" if card else ""
        self._foot(foot(self, inner), card)
        left = inner.cut_left(round(inner.w * LIST), ui.px(20))
        self._list(left, cards, card)
        if card is None:
            done = self.stage.library.done
            ui.label(
                inner.cut_top(ui.px(40)), words(f"screens.chooser.{'none' if done else 'reading'}"), "muted"
            )
        elif card.broken:
            self._broken(inner, card)
        else:
            self._detail(inner, card)

    def _card(self, cards: list[Card]) -> Card | None:
        """The chosen card: the first that can be played, until another is."""
        playable = [card for card in cards if not card.broken] or cards
        return next((card for card in cards if card.id == self.chosen), playable[0] if playable else None)

    # the list

    def _list(self, area: Area, cards: list[Card], chosen: Card | None) -> None:
        ui = self.ui
        packs = list(dict.fromkeys(card.pack for card in cards))
        several = len(packs) > 1
        high = len(cards) * ui.px(CARD + 8) + (len(packs) * ui.px(28) if several else 0)

        def content(whole: Area) -> None:
            for pack in packs:
                if several:
                    ui.caps(whole.cut_top(ui.px(20), ui.px(8)), pack)
                for card in cards:
                    if card.pack == pack:
                        self._entry(whole.cut_top(ui.px(CARD), ui.px(8)), card, card is chosen)

        scroll_area(ui, "chooser.list", area, high, content)

    def _entry(self, area: Area, card: Card, chosen: bool) -> None:
        ui = self.ui
        hot, hit = ui.hit(f"chooser.{card.id}", area)
        if hit:
            again = ui.inputs.double or (chosen and ui.by_keys)
            self.chosen = card.id
            if again and not card.broken:
                self._go(card)
        ui.box(
            area, "hover" if hot else "card", 6, "accent" if chosen else "line", thick=1.5 if chosen else 1
        )
        self._told(area.inset(ui.px(14), ui.px(10)), card)

    def _told(self, inner: Area, card: Card) -> None:
        ui, words = self.ui, self.words
        title = self._cut(safe(card.text("title", words.lang)), inner.w, "title", 19, 1)
        ink = "muted" if card.broken else "text"
        ui.label(inner.cut_top(ui.px(24), ui.px(2)), title, ink, "title", 19)
        if card.broken:
            line = inner.cut_top(ui.px(20))
            icon_line(self, line, "triangle-alert", words("screens.chooser.broken"), "warn")
            return
        brief = self._cut(safe(card.text("brief", words.lang)), inner.w, "body", 13, 2)
        for text in brief.splitlines():
            ui.label(inner.cut_top(ui.px(18)), text, "muted", "body", 13)
        more = f"{words.length(card.length)} · {words('screens.chooser.goals', n=len(card.goals))}"
        ui.label(inner.cut_bottom(ui.px(18)), more, "muted", "body", 12)

    def _cut(self, text: str, width: int, face: str, size: float, lines: int) -> str:
        """The beginning of a text that is told in full beside the list, so many lines of it."""
        key = (text, width, face, self.ui.scale)
        return self._lines.get(key, lambda: self._beginning(text, width, face, size, lines))

    def _beginning(self, text: str, width: int, face: str, size: float, lines: int) -> str:
        """Whole words, line by line; to the end of a sentence if one fits, else with an ellipsis."""
        told, left = list[str](), text.split()
        while left and len(told) < lines:
            last, line = len(told) == lines - 1, left.pop(0)
            while left and self._fits(f"{line} {left[0]}", width, face, size, last and len(left) > 1):
                line += f" {left.pop(0)}"
            told.append(line)
        whole = "\n".join(told)
        ends = [stop.end() for stop in SENTENCE_END.finditer(whole)]
        return whole if not left else whole[: ends[-1]] if ends else whole.rstrip(",;:–") + " …"

    def _fits(self, line: str, width: int, face: str, size: float, goes_on: bool) -> bool:
        return self.ui.width(line + " …" * goes_on, face, size) <= width

    # the chosen one

    def _detail(self, area: Area, card: Card) -> None:
        ui, words = self.ui, self.words
        title, brief = safe(card.text("title", words.lang)), safe(card.text("brief", words.lang))
        goals = [safe(goal) for goal in card.stakes(words.lang)]
        name = f"chooser.detail.{card.id}"

        def content(whole: Area) -> None:
            top = whole.y
            length = words("screens.chooser.length", time=words.length(card.length))
            caps = f"{safe(card.pack)} · {length}"
            scene(self, whole.cut_top(ui.px(BAND), ui.px(14)), caps, title, ui.px(16), card.id)
            high = rich_height(ui, brief, whole.w, 15)
            rich(ui, "chooser.brief", whole.cut_top(high, ui.px(16)), brief, 15)
            if goals:
                ui.caps(whole.cut_top(ui.px(18), ui.px(8)), words("screens.chooser.stakes"))
                stakes(self, whole, "chooser.goal", goals)
                whole.cut_top(ui.px(9))
            about(self, whole, card.figures)
            ui.scrolls[f"{name}.height"] = whole.y - top

        scroll_area(ui, name, area, ui.scrolls.get(f"{name}.height", 0), content)

    def _broken(self, area: Area, card: Card) -> None:
        ui, words = self.ui, self.words
        more = len(card.problems) - FIRST_PROBLEMS

        def content(whole: Area) -> None:
            top = whole.y
            ui.label(whole.cut_top(ui.px(38), ui.px(8)), card.text("title", words.lang), "muted", "title", 30)
            text = words("screens.chooser.broken_text", n=len(card.problems))
            high = rich_height(ui, text, whole.w, 14)
            rich(ui, "chooser.broken", whole.cut_top(high, ui.px(12)), text, 14)
            for number, problem in enumerate(card.problems[:FIRST_PROBLEMS]):
                line = _line_of(problem)
                high = rich_height(ui, line, whole.w - ui.px(24), 13)
                box = whole.cut_top(high + ui.px(16), ui.px(6))
                ui.box(box, "bg", 5, "line")
                rich(ui, f"chooser.problem.{number}", box.inset(ui.px(12), ui.px(8)), line, 13)
            if more > 0:
                ui.label(whole.cut_top(ui.px(20)), words("screens.chooser.more", n=more), "muted", "body", 13)
            ui.scrolls["chooser.broken.height"] = whole.y - top

        scroll_area(ui, "chooser.broken.area", area, ui.scrolls.get("chooser.broken.height", 0), content)

    # seed and start

    def _foot(self, line: Area, card: Card | None) -> None:
        ui, words = self.ui, self.words
        ready = card is not None and not card.broken
        if (
            foot_button(
                self,
                line,
                "chooser.ok",
                words("screens.briefing.ok"),
                "primary",
                "door-open",
                disabled=not ready,
            )
            and card
        ):
            self._go(card)
        label = words("screens.chooser.seed")
        cell = line.cut_left(ui.width(label, "body", 14) + ui.px(10))
        ui.label(cell, label, "muted", "body", 14)
        field = line.cut_left(ui.px(120), ui.px(10)).inset(0, ui.px(3))
        typed = text_field(ui, "chooser.seed", field, self.seed, "1", "", DIGITS)
        self.seed = "".join(c for c in typed if c in "0123456789")
        if Rect(field).collidepoint(ui.inputs.mouse):
            ui.explain(words("screens.chooser.seed_tip"), field)
        cell = line.cut_left(ui.px(36), ui.px(6)).inset(0, ui.px(3))
        if icon_button(ui, "chooser.roll", cell, "dices", words("screens.chooser.roll")):
            self.seed = str(fresh_seed())

    def _go(self, card: Card) -> None:
        self.step = Play(Launch(card.id, int(self.seed or 1)))
