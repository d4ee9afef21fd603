"""The report at the end: how it ended, what was asked, what the office decided and what followed, belief and truth."""

from __future__ import annotations

from collections.abc import Callable

from pygame import Rect

from game.sim.desk.bonds import BondShift
from game.sim.minds.knowledge import TRUTH, WARDEN, Fact
from game.sim.views import OutcomeView
from game.ui.desk.objectives import STATES
from game.ui.kit import Area, plain_text, rich, rich_height, scroll_content, tabs, unlinked
from game.ui.screens.page import Page, foot, foot_button, heading, panel
from game.ui.screens.playing import Playing
from game.ui.screens.report_causes import Chains
from game.ui.screens.report_chain import ChainView, draw_chain
from game.ui.screens.report_ends import draw_ends
from game.ui.screens.report_reading import Decision, read_course
from game.ui.screens.report_truth import draw_truth
from game.ui.screens.report_week import draw_week
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Back, Home, Launch, Play
from game.ui.words.narrator import Narrator

WIDTH, HEIGHT = 1080, 680
TABS = ("course", "chain", "truth", "week")
FIRST_MORNING = 360
"""Tick at which a scenario's first day begins, 06:00."""
SIDE = 0.36
SIDE_LEAST = 700
"""Width of the panel, at scale 1, from which belief and truth stand beside the course."""


class Report(Page):
    """The end of a scenario, told by the desk of truth."""

    def __init__(self, stage: Stage, playing: Playing) -> None:
        super().__init__(stage)
        self.playing = playing
        self.world = playing.session.world
        self.chain = ChainView(Chains(self.world))
        self.course = read_course(self.chain.chains)
        self.tab = 0

    def draw(self, screen: Area) -> None:
        """Draw head, course, and what can be done now."""
        ui = self.ui
        outcome = self.world.desk(TRUTH).outcome()
        if outcome is None:
            self.step = Back()
            return
        extra = self.playing.desk.texts.get(self.words.lang)
        words = type(self.words)(self.words.lang, extra)
        self.narrator = Narrator(words, self.world.desk(TRUTH))
        self.office = Narrator(words, self.world.desk(WARDEN))
        inner = panel(self, screen, WIDTH, HEIGHT)
        title = plain_text(self.narrator.text(outcome.title))
        heading(self, inner, title, self.words("ui.outcome.caps"))
        self._foot(foot(self, inner))
        names = [self.words(f"screens.report.tab.{name}") for name in TABS]
        self.tab = tabs(ui, "report.tab", inner.cut_top(ui.px(32), ui.px(12)), names, self.tab)
        if TABS[self.tab] == "chain":
            draw_chain(self, inner, self.chain)
        elif TABS[self.tab] == "truth":
            self._scroll("report.truth", inner, [lambda whole: draw_truth(self, whole, self.course)])
        elif TABS[self.tab] == "week":
            self._scroll("report.week", inner, [lambda whole: draw_week(self, whole, self.chain.chains)])
        else:
            self._ending_and_decisions(inner, outcome)

    def sentence(self, fact: Fact) -> str:
        """What happened, in truth, without links."""
        return unlinked(self.narrator.fact(fact))

    def when(self, fact: Fact) -> str:
        """Day and time of what happened; before the first morning: that."""
        if fact.tick <= FIRST_MORNING:
            return self.words("why.before")
        return f"{self.words.day(fact.tick)}, {self.words.time(fact.tick)}"

    def _ending_and_decisions(self, inner: Area, outcome: OutcomeView) -> None:
        """How it ended, beside what could have been, and what was decided."""
        ui = self.ui
        course: list[Callable[[Area], None]] = [lambda whole: self._ending(whole, outcome), self._decisions]
        if inner.w >= ui.px(SIDE_LEAST):
            side = inner.cut_right(round(inner.w * SIDE), ui.px(24))
            self._scroll("report.side", side, [lambda whole: draw_ends(self, whole, outcome)])
        else:
            course.insert(1, lambda whole: draw_ends(self, whole, outcome))
        self._scroll("report.course", inner, course)

    def _scroll(self, name: str, area: Area, parts: list[Callable[[Area], None]]) -> None:
        def content(whole: Area) -> None:
            for part in parts:
                part(whole)

        scroll_content(self.ui, name, area, content)

    def say(
        self, whole: Area, name: str, text: str, size: float = 14, colour: str = "text", gap: float = 8
    ) -> None:
        """A paragraph; cuts itself off the top of `whole`."""
        ui = self.ui
        high = rich_height(ui, text, whole.w, size)
        rich(ui, name, whole.cut_top(high, ui.px(gap)), unlinked(text), size, colour)

    # what came of it

    def _ending(self, whole: Area, outcome: OutcomeView) -> None:
        ui, words = self.ui, self.words
        self.say(whole, "report.text", unlinked(self.narrator.text(outcome.text)), 15, gap=16)
        objectives = self.world.desk(TRUTH).objectives()
        if objectives:
            ui.caps(whole.cut_top(ui.px(18), ui.px(6)), words("ui.outcome.objectives"))
        for goal in objectives:
            icon, colour = STATES.get(goal.state, STATES["open"])
            text = f"{unlinked(self.narrator.text(goal.text))} [c={colour}]– {words.named('objective', goal.state)}[/c]"
            self.sign(whole, f"report.goal.{goal.key}", icon, colour, text)
        whole.cut_top(ui.px(10))

    def sign(
        self, whole: Area, name: str, icon: str, colour: str, text: str, size: float = 14, left: int = 0
    ) -> None:
        """A paragraph with a sign before it."""
        ui = self.ui
        width = whole.w - ui.px(28) - left
        line = whole.cut_top(rich_height(ui, text, width, size), ui.px(7))
        ui.icon(icon, Rect(line.x + left, line.y, ui.px(18), ui.px(20)), 16, colour)
        rich(ui, name, Area(line.x + left + ui.px(28), line.y, width, line.h), text, size)

    # the decisions

    def _decisions(self, whole: Area) -> None:
        ui, words = self.ui, self.words
        ui.caps(whole.cut_top(ui.px(18), ui.px(8)), words("screens.report.decisions"))
        if not self.course.decisions:
            self.say(whole, "report.none", words("screens.report.no_decisions"), 14, "muted")
        for number, decision in enumerate(self.course.decisions):
            self._decision(whole, number, decision)

    def _decision(self, whole: Area, number: int, decision: Decision) -> None:
        ui, words, fact = self.ui, self.words, decision.fact
        found = self.narrator.desk.decision_text(fact.detail)
        if found is None:
            return
        chosen = found.options[fact.item].text if 0 <= fact.item < len(found.options) else None
        when = f"[c=dim]{words.day(fact.tick)}, {words.time(fact.tick)}[/c]"
        late = f" [c=warn]({words('screens.report.by_default')})[/c]" if decision.by_default else ""
        title, choice = unlinked(self.narrator.text(found.title)), unlinked(self.narrator.text(chosen))
        self.sign(whole, f"report.{number}", "gavel", "accent", f"{when}  {title}\n[b]{choice}[/b]{late}")
        for event in decision.followed:
            self._followed(whole, number, event)
        for event in decision.seen:
            self._followed(whole, number, event, event.informant)
        for at, shift in enumerate(decision.felt):
            self._felt(whole, f"report.{number}.felt.{at}", shift)
        if not (decision.followed or decision.seen or decision.felt):
            self.sign(
                whole,
                f"report.{number}.none",
                "corner-down-right",
                "dim",
                f"[c=muted]{words('screens.report.nothing')}[/c]",
                13,
                ui.px(28),
            )
        whole.cut_top(ui.px(6))

    def _followed(self, whole: Area, number: int, event: Fact, seen_by: int = 0) -> None:
        words = self.words
        _, colour = self.narrator.sign(event.kind)
        what = self.sentence(event)
        if seen_by:
            what = words("screens.report.saw", who=self.narrator.desk.short_name(seen_by), what=what)
        text = f"[c=dim]{words.day(event.tick)}, {words.time(event.tick)}[/c]  {what}"
        self.sign(
            whole, f"report.{number}.{event.event}", "corner-down-right", colour, text, 13, self.ui.px(28)
        )

    def _felt(self, whole: Area, name: str, shift: BondShift) -> None:
        """What a decision did at once to what one man feels for another."""
        key = f"screens.report.felt.{shift.feeling}.{'more' if shift.points > 0 else 'less'}"
        tell = self.narrator.desk.short_name
        text = self.words(key, who=tell(shift.who), whom=tell(shift.whom))
        self.sign(whole, name, "corner-down-right", "muted", text, 13, self.ui.px(28))

    # what now

    def _foot(self, line: Area) -> None:
        words, game = self.words, self.playing.game
        if foot_button(self, line, "report.go_on", words("ui.outcome.go_on"), "primary"):
            self.step = Back()
        for name, icon, seed in (("again", "dices", game.seed + 1), ("anew", "rotate-ccw", game.seed)):
            text, tip = words(f"screens.report.{name}"), words(f"screens.report.{name}_tip")
            off = not game.scenario_id
            if foot_button(self, line, f"report.{name}", text, "normal", icon, disabled=off, tip=tip):
                self.step = Play(Launch(game.scenario_id, seed))
        if foot_button(self, line, "report.title", words("screens.pause.to_title"), "ghost"):
            self.step = Home()
