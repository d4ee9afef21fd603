"""The gallery's matrix: a row for each control, a column for each of its states."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pygame import Rect

from game.ui.kit import (
    Area,
    Ui,
    button,
    checkbox,
    dropdown,
    icon_button,
    pill,
    radio,
    rich,
    segments,
    slider,
    tabs,
    text_field,
    toggle,
)
from game.ui.kit.editing import Editor
from game.ui.words import Words

STATES = ("normal", "hover", "pressed", "focused", "disabled")
ROW, HEAD, NAMES = 48, 34, 118


@dataclass(frozen=True, slots=True)
class Cell:
    """What draws a control: where, under which id, and whether it is closed."""

    ui: Ui
    words: Words
    name: str
    area: Rect
    disabled: bool

    def text(self, key: str) -> str:
        """A sample text."""
        return self.words(f"ui.gallery.sample.{key}")

    @property
    def why(self) -> str:
        """The reason of what is closed; else what it does."""
        return self.text("reason" if self.disabled else "tip")


@contextmanager
def pretend(ui: Ui, name: str, state: str, area: Rect) -> Iterator[None]:
    """Let a widget believe that mouse or keyboard are on it, and nobody types."""
    inputs = ui.inputs
    before = ui.hot, ui.held, ui.focus, inputs.mouse, inputs.keys, inputs.typed
    tip, really = ui.tip, ui.hot or ""
    inputs.keys, inputs.typed = [], ""
    if state in ("hover", "pressed"):
        ui.hot = name
    if state == "pressed":
        ui.held, inputs.mouse = name, (area.x + area.w // 3, area.centery)
    if state == "focused":
        ui.focus = name
    yield
    ui.hot, ui.held, ui.focus, inputs.mouse, inputs.keys, inputs.typed = before
    if not really.startswith(name):
        ui.tip = tip


def _button(kind: str, icon: str = "", active: bool = False) -> Callable[[Cell], object]:
    key = {"normal": "assign", "primary": "decide", "danger": "lock", "ghost": "later"}[kind]

    def draw(cell: Cell) -> object:
        text = cell.text(key)
        return button(cell.ui, cell.name, cell.area, text, icon, kind, active, cell.why, cell.disabled)

    return draw


def _icons(cell: Cell) -> object:
    side = cell.ui.px(36)
    area = Rect(cell.area.x, cell.area.y, side, side)
    icon_button(cell.ui, cell.name, area, "eye", cell.why, disabled=cell.disabled)
    beside = Rect(area.right + 8, area.y, side, side)
    return icon_button(
        cell.ui, cell.name + "b", beside, "map", cell.why, active=not cell.disabled, disabled=cell.disabled
    )


def _pill(cell: Cell) -> object:
    area = cell.area.inflate(0, -cell.ui.px(10))
    return pill(cell.ui, cell.name, area, cell.text("filter"), active=not cell.disabled, tip=cell.why)


def _tabs(cell: Cell) -> object:
    return tabs(cell.ui, cell.name[:-2], cell.area.inflate(0, -cell.ui.px(6)), [cell.text("tab")], 0)


def _checkbox(on: bool) -> Callable[[Cell], object]:
    return lambda cell: checkbox(
        cell.ui, cell.name, cell.area, cell.text("check"), on, cell.why, cell.disabled
    )


def _toggle(on: bool) -> Callable[[Cell], object]:
    return lambda cell: toggle(cell.ui, cell.name, cell.area, cell.text("stop"), on, cell.why, cell.disabled)


def _radio(cell: Cell) -> object:
    closed = {0: cell.why} if cell.disabled else None
    return radio(cell.ui, cell.name[:-2], cell.area, [cell.text("check")], 0, closed)


def _segments(cell: Cell) -> object:
    return segments(cell.ui, cell.name[:-2], cell.area, ["EN", "DE"], 1)


def _slider(cell: Cell) -> object:
    return slider(
        cell.ui,
        cell.name,
        cell.area,
        0.6,
        shown=cell.words.percent(0.6),
        tip=cell.why,
        disabled=cell.disabled,
    )


def _dropdown(cell: Cell) -> object:
    options = [cell.text("meal"), cell.text("free")]
    return dropdown(cell.ui, cell.name, cell.area, options, 0, tip=cell.why, disabled=cell.disabled)


def _empty_field(cell: Cell) -> object:
    return text_field(cell.ui, cell.name, cell.area, "", cell.text("search"), disabled=cell.disabled)


def _full_field(cell: Cell) -> object:
    """Its focused state has a word selected."""
    value = cell.text("typed")
    if cell.ui.focus == cell.name:
        cell.ui.editors[cell.name] = Editor(len(value), max(0, value.rfind(" ")))
    return text_field(cell.ui, cell.name, cell.area, value, disabled=cell.disabled, icon="")


def _link(cell: Cell) -> object:
    ui, area = cell.ui, cell.area
    text = cell.text("link")
    if cell.disabled:
        return ui.label(area, text, "dim")
    at = Rect(area.x, area.y + (area.h - ui.px(19)) // 2, area.w, ui.px(19))
    return rich(ui, cell.name.removesuffix(".link.p1.0"), at, f"[link=p1]{text}[/link]")


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of control: its name in the texts, how it is drawn, and what its id ends with."""

    name: str
    draw: Callable[[Cell], object]
    suffix: str = ""


ROWS = (
    Row("button", _button("normal")),
    Row("icon", _button("normal", "bed-double", active=True)),
    Row("primary", _button("primary")),
    Row("danger", _button("danger", "lock")),
    Row("ghost", _button("ghost")),
    Row("icons", _icons),
    Row("pill", _pill),
    Row("tab", _tabs, ".0"),
    Row("link", _link, ".link.p1.0"),
    Row("checkbox", _checkbox(False)),
    Row("checked", _checkbox(True)),
    Row("toggle", _toggle(False)),
    Row("toggled", _toggle(True)),
    Row("radio", _radio, ".0"),
    Row("segments", _segments, ".1"),
    Row("slider", _slider),
    Row("dropdown", _dropdown),
    Row("field", _empty_field),
    Row("typed", _full_field),
)
NEVER_CLOSED = ("pill", "tab", "segments")


def matrix_height(ui: Ui) -> int:
    """How high the matrix is."""
    return ui.px(len(ROWS) * ROW + HEAD + 60)


def draw_matrix(ui: Ui, words: Words, area: Area) -> None:
    """Draw all controls in all states."""
    card = area.cut_top(matrix_height(ui), ui.px(16))
    ui.box(card, "panel", 8, "line")
    inner = card.inset(ui.px(18), ui.px(14))
    ui.caps(inner.cut_top(ui.px(18), ui.px(6)), words("ui.gallery.matrix.title"))
    head = inner.cut_top(ui.px(HEAD))
    head.cut_left(ui.px(NAMES))
    for state, cell in zip(STATES, head.columns(len(STATES), ui.px(14)), strict=True):
        ui.label(cell, words(f"ui.gallery.state.{state}"), "muted", "strong", 13)
    for number, row in enumerate(ROWS):
        strip = inner.cut_top(ui.px(ROW))
        ui.across(strip.x, strip.y, strip.w, "line" if not number else "card")
        _row(ui, words, row, strip)


def _row(ui: Ui, words: Words, row: Row, strip: Area) -> None:
    ui.label(strip.cut_left(ui.px(NAMES)), words(f"ui.gallery.row.{row.name}"), "muted", "body", 13)
    for state, place in zip(STATES, strip.columns(len(STATES), ui.px(14)), strict=True):
        if state == "disabled" and row.name in NEVER_CLOSED:
            ui.label(place, "–", "dim", "body", 13)
            continue
        name = f"{row.name}.{state}{row.suffix}"
        cell = Cell(ui, words, name, place.inset(0, ui.px(6)), state == "disabled")
        with pretend(ui, name, state, cell.area):
            row.draw(cell)
        if state == "focused":
            ui.show_focus(name)
