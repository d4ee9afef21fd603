"""The gallery's sections beside the matrix: text, figures, lists, drag and drop, what floats, colours."""

from collections.abc import Callable
from dataclasses import dataclass, field

from pygame import Rect

from game.ui.kit import (
    Area,
    Column,
    Line,
    Mark,
    Toasts,
    Ui,
    button,
    chart,
    chart_marks,
    chips,
    listing,
    meter,
    modal,
    rich,
    source,
    table,
    target,
    tone_colour,
    tone_icon,
)
from game.ui.kit.dropdown import draw_options
from game.ui.kit.table import Order
from game.ui.kit.toasts import Toast, toast_card
from game.ui.kit.tooltip import tip_box, tip_size
from game.ui.words import Words

NAMES = ("Augustus Hill", "Bob Rebadow", "Kareem Said", "Miguel Alvarez", "Ryan O’Reily", "Tobias Beecher")
AGES = (31, 65, 42, 27, 33, 35)
TENSION = (22, 24, 21, 30, 38, 36, 44, 52, 49, 57, 54, 61, 58, 66, 63, 55, 51, 46)
MARKS = (Mark(1, 0.3), Mark(2, 0.52, "danger", grave=True), Mark(3, 0.74))
FLASHES = (4, 3, 6, 9, 8, 14, 12, 16, 13, 19, 15, 22, 18, 14, 12, 9, 8, 6)
TONES = ("good", "info", "warn", "danger")
SHADES = ("bg", "panel", "card", "raised", "hover", "line", "edge", "dim", "muted", "text")
HUES = ("accent", "link", "good", "warn", "danger", "violet")


@dataclass(frozen=True, slots=True)
class Section:
    """A card: the method of Showcase that fills it, and its height at scale 1."""

    name: str
    height: int


SECTIONS = (
    Section("text", 196),
    Section("figures", 226),
    Section("rows", 250),
    Section("floating", 318),
    Section("colours", 138),
)
BELOW = Section("carry", 150)
"""The section below the matrix of controls."""


def _closed(words: Words) -> Callable[[object], str]:
    return lambda _payload: words("ui.gallery.sample.reason")


@dataclass
class Showcase:
    """What the gallery's sections remember."""

    order: Order = field(default_factory=Order)
    person: int = 2
    chosen: int = 1
    eyes: dict[int, str] = field(default_factory=lambda: {1: NAMES[4]})
    toasts: Toasts = field(default_factory=Toasts)
    dialog: bool = False

    def follow(self, link: str, words: Words) -> None:
        """Answer a link."""
        self.toasts.add(words("ui.gallery.followed", link=words(f"ui.gallery.link.{link}")), "info")

    def text(self, ui: Ui, words: Words, area: Area) -> None:
        """Typefaces, rich text with links, chips."""
        ui.label(area.cut_top(ui.px(34)), words("ui.gallery.text.heading"), "text", "title", 26)
        area.cut_top(ui.px(6))
        link = rich(ui, "prose", area.cut_top(ui.px(68), ui.px(8)), words("ui.gallery.text.prose"), 14)
        if link:
            self.follow(link, words)
        items = [(words(f"ui.gallery.tone.{tone}"), tone_colour(tone), tone_icon(tone)) for tone in TONES]
        chips(ui, area, [*items, (words("ui.gallery.tone.faction"), "violet", "crown")])

    def figures(self, ui: Ui, words: Words, area: Area) -> None:
        """Meters, with the mark of a limit, and a chart."""
        left = area.cut_left(round(area.w * 0.4), ui.px(20))
        for share, tone in ((0.86, "good"), (0.52, "link"), (0.34, "warn"), (0.16, "danger")):
            row = left.cut_top(ui.px(38))
            line = row.cut_top(ui.px(20))
            name = "info" if tone == "link" else tone
            number = line.cut_right(ui.px(30))
            ui.icon(tone_icon(name), line.cut_left(ui.px(16), ui.px(6)), 14, tone)
            ui.label(line, words(f"ui.gallery.tone.{name}"), "muted", "body", 13)
            ui.label(number, str(round(share * 100)), tone, "number", 14, "right")
            meter(ui, Rect(row.x, row.y + ui.px(3), row.w, ui.px(6)), share, tone, mark=0.5)
        lines = [
            Line(words("ui.gallery.figures.tension"), TENSION, "accent", filled=True),
            Line(words("ui.gallery.figures.incidents"), FLASHES, "danger"),
        ]
        labels = [(0.0, "6"), (0.35, "12"), (0.7, "18"), (1.0, "24")]
        chart(ui, "chart", area, lines, 100, labels, band=(60, 100, "danger"))
        chart_marks(ui, "chart", area, lines[0], 100, MARKS)

    def rows(self, ui: Ui, words: Words, area: Area) -> None:
        """A table to sort, and a list to choose from."""
        left = area.cut_left(round(area.w * 0.56), ui.px(20))
        columns = [Column(words("ui.gallery.rows.name"), 2.2), Column(words("ui.gallery.rows.age"), 1)]
        people = list(range(len(NAMES)))
        people.sort(key=lambda i: (NAMES[i], AGES[i])[self.order.column], reverse=self.order.down)

        def draw(index: int, cells: list[Rect], hot: bool) -> None:
            person = people[index]
            ui.label(cells[0], NAMES[person], "white" if hot else "text")
            ui.label(cells[1], str(AGES[person]), "muted", "number", 14)

        chosen = people.index(self.person)
        clicked = table(ui, "people", left, columns, self.order, len(NAMES), draw, chosen)
        if clicked is not None:
            self.person = people[clicked]
        self._list(ui, words, area)

    def _list(self, ui: Ui, words: Words, area: Area) -> None:
        icons = ("moon", "utensils", "hammer", "sun", "trees", "lock")
        keys = ("sleep", "meal", "work", "free", "yard", "locked")

        def draw(index: int, row: Area, hot: bool) -> None:
            shut = keys[index] == "locked"
            ui.icon(icons[index], row.cut_left(ui.px(18), ui.px(10)), 16, "dim" if shut else "muted")
            ui.label(row, words(f"activity.{keys[index]}"), "dim" if shut else "white" if hot else "text")

        def closed(index: int) -> str:
            return words("ui.gallery.sample.reason") if keys[index] == "locked" else ""

        picked = listing(ui, "hours", area, len(keys), draw, self.chosen, closed=closed)
        self.chosen = self.chosen if picked is None else picked

    def carry(self, ui: Ui, words: Words, area: Area) -> None:
        """Names to drag onto three places, of which one is closed."""
        top = area.cut_top(ui.px(34), ui.px(10))
        for cell, name in zip(top.columns(4, ui.px(8)), NAMES[2:], strict=True):
            button(ui, f"man.{name}", cell, name.split()[-1], "grip-vertical", size=13)
            source(ui, f"man.{name}", cell, name)
        for index, cell in enumerate(area.columns(3, ui.px(10))):
            shut = index == 2
            held = self.eyes.get(index, "")
            ui.box(cell, "card" if held else "bg", 6, "edge" if held else "line")
            icon = "ban" if shut else "eye"
            box = Area(cell).inset(ui.px(12), 0)
            ui.icon(
                icon, box.cut_left(ui.px(20), ui.px(8)), 18, "dim" if shut else "accent" if held else "muted"
            )
            empty = words("ui.gallery.carry.closed" if shut else "ui.gallery.carry.empty")
            ui.label(box, held or empty, "text" if held else "dim", "body", 13)
            got = target(ui, f"eye.{index}", cell, _closed(words) if shut else None)
            if got:
                self.eyes[index] = str(got)

    def floating(self, ui: Ui, words: Words, area: Area) -> None:
        """A tooltip with the next one, toasts, an open list, and what opens a dialog."""
        left = area.cut_left(round(area.w * 0.5), ui.px(24))
        self._tips(ui, words, left)
        for number, tone in enumerate(("good", "danger")):
            news = words(f"ui.gallery.floating.{tone}")
            toast = Toast(-number, news, tone, tone_icon(tone), 5.0 - 2 * number)
            place = area.cut_top(ui.px(58), ui.px(8))
            toast_card(ui, toast, place, f"sample.{tone}", place.w - ui.px(80))
        one, two = area.cut_bottom(ui.px(36), ui.px(10)).columns(2, ui.px(8))
        if button(ui, "show.toast", one, words("ui.gallery.floating.toast"), "bell"):
            self.toasts.add(words("ui.gallery.floating.warn"), "warn")
        if button(ui, "show.dialog", two, words("ui.gallery.floating.dialog"), "message-square"):
            self.dialog = True
        options = [words(f"activity.{key}") for key in ("meal", "free")]
        draw_options(ui, "sample.list", area.cut_top(2 * ui.px(32) + 2 * ui.px(5)), options, 0)

    def _tips(self, ui: Ui, words: Words, area: Area) -> None:
        """Three tooltips, each opened from a link of the one before."""
        keys = ("floating.tip", "meaning.p1", "meaning.r1")
        for number, text in enumerate(words(f"ui.gallery.{key}") for key in keys):
            width, height = tip_size(ui, text)
            box = Rect(area.x + min(number * ui.px(26), area.w - width), area.y, width, height)
            tip_box(ui, f"sampletip.{number}", box, text)
            area.cut_top(height, ui.px(12))

    def colours(self, ui: Ui, words: Words, area: Area) -> None:
        """The palette: shades, and the hues with their signs."""
        for cell, name in zip(
            area.cut_top(ui.px(26), ui.px(8)).columns(len(SHADES), ui.px(4)), SHADES, strict=True
        ):
            ui.box(cell, name, 4, "line")
        for cell, name in zip(area.columns(len(HUES), ui.px(6)), HUES, strict=True):
            ui.box(cell, name, 5)
            signed = name in ("good", "warn", "danger", "link")
            sign = tone_icon("info" if name == "link" else name) if signed else "circle"
            ui.icon(sign, cell.inset(0, 0), 18, "ink")

    def above(self, ui: Ui, words: Words) -> None:
        """Toasts, and the dialog when it is open."""
        link = self.toasts.draw(ui, ui.surface.get_rect())
        if link:
            self.follow(link, words)
        if self.dialog:
            self._dialog(ui, words)

    def _dialog(self, ui: Ui, words: Words) -> None:
        box = modal(ui, 460, ui.px(210)).inset(ui.px(24), ui.px(20))
        ui.caps(box.cut_top(ui.px(16)), words("ui.decision.caps"), "accent")
        ui.label(box.cut_top(ui.px(36), ui.px(4)), words("ui.gallery.text.heading"), "text", "title", 26)
        rich(ui, "dialog.text", box.cut_top(ui.px(60)), words("ui.gallery.floating.question"))
        row = box.cut_bottom(ui.px(38))
        done = button(
            ui,
            "dialog.ok",
            row.cut_right(ui.px(130), ui.px(8)),
            words("ui.gallery.sample.decide"),
            kind="primary",
        )
        later = button(
            ui, "dialog.later", row.cut_right(ui.px(110)), words("ui.gallery.sample.later"), kind="ghost"
        )
        self.dialog = not (done or later)
