"""Rich text set into lines and drawn; breaks only at white space."""

import re
from dataclasses import dataclass

from pygame import Rect

from game.ui.kit.bounded import Bounded
from game.ui.kit.markup import Run, runs
from game.ui.kit.ui import Ui

SPACE = re.compile(r"([ \t\r\n]+)")
"""White space at which lines may break; a no-break space is none."""
_layouts: Bounded["Setting"] = Bounded(4000)


@dataclass(slots=True)
class Piece:
    """A run, or part of one, at its place; `joined` is the gap before it that its link's line bridges."""

    x: int
    y: int
    width: int
    run: Run
    joined: int = 0
    place: int = 0
    """Which link of the text it belongs to, counted from 0."""


@dataclass(slots=True)
class Setting:
    """A text set into lines of some width."""

    height: int
    width: int
    line: int
    pieces: list[Piece]


class _Setter:
    """Sets words one by one."""

    def __init__(self, ui: Ui, width: int, size: float) -> None:
        self.ui, self.width, self.size = ui, width, size
        self.line = round(ui.line_height("body", size) * 1.15)
        self.space = ui.width(" ", "body", size)
        self.x = self.y = self.widest = 0
        self.spaced = False
        self.word: list[tuple[int, Run]] = []
        self.pieces: list[Piece] = []
        self.links = 0

    def add(self, run: Run) -> None:
        """Take a run: its words are set when white space follows."""
        if run.icon:
            self.word.append((self.ui.px(self.size + 5), run))
            return
        for part in SPACE.split(run.text):
            if SPACE.fullmatch(part):
                self.flush()
                self.spaced = True
                self._breaks(part.count("\n"))
            elif part:
                piece = Run(part, run.face, run.colour, run.link)
                self.word.append((self.ui.width(part, run.face, self.size), piece))

    def _breaks(self, count: int) -> None:
        if count:
            self.x = 0
            self.y += self.line + (self.ui.px(6) if count > 1 else 0)

    def flush(self) -> None:
        """Set the word that is complete."""
        if not self.word:
            return
        whole = sum(width for width, _ in self.word)
        gap = self.space if self.spaced and self.x else 0
        if self.x and self.x + gap + whole > self.width:
            self.x, gap = 0, 0
            self.y += self.line
        self.x += gap
        for width, run in self.word:
            last = self.pieces[-1] if self.pieces else None
            same = bool(run.link and last and last.run.link == run.link)
            self.links += bool(run.link) and not same
            bridged = gap if same and last and last.y == self.y else 0
            self.pieces.append(Piece(self.x, self.y, width, run, bridged, self.links - 1))
            self.x += width
        self.widest = max(self.widest, self.x)
        self.word, self.spaced = [], False


def setting(ui: Ui, text: str, width: int, size: float = 14, colour: str = "text") -> Setting:
    """`text` set into lines of `width` pixels."""

    def make() -> Setting:
        setter = _Setter(ui, width, size)
        for run in runs(text, colour):
            setter.add(run)
        setter.flush()
        return Setting(setter.y + setter.line, setter.widest, setter.line, setter.pieces)

    return _layouts.get((text, width, size, colour, ui.scale), make)


def rich_height(ui: Ui, text: str, width: int, size: float = 14) -> int:
    """How high `text` gets in lines of `width`."""
    return setting(ui, text, width, size).height


def rich(ui: Ui, name: str, area: Rect, text: str, size: float = 14, colour: str = "text") -> str | None:
    """Draw a rich text into the width of `area`; returns the link that was clicked."""
    made = setting(ui, text, area.w, size, colour)
    if made.width > area.w + 1:
        ui.note_cut(text)
    clicked = None
    for piece in made.pieces:
        at = Rect(area.x + piece.x, area.y + piece.y, piece.width, made.line)
        run = piece.run
        if run.icon:
            ui.icon(run.icon, Rect(at.x, at.y, at.w - ui.px(4), at.h - ui.px(2)), size + 1, run.colour)
            continue
        tint = run.colour
        if run.link:
            hot, hit = _link(ui, f"{name}.link.{run.link}.{piece.place}", at, piece.joined)
            tint = "accent" if hot else tint
            clicked = run.link if hit else clicked
            if hot:
                ui.explain(ui.meaning(run.link), at)
            line = ui.theme.mix(tint, "panel", 0.55)
            ui.across(at.x - piece.joined, at.bottom - ui.px(3), at.w + piece.joined, line)
        ui.text(at.topleft, run.text, tint, run.face, size)
    return clicked


def _link(ui: Ui, name: str, at: Rect, joined: int) -> tuple[bool, bool]:
    """Register a piece of a link; returns whether the mouse is on the link, and whether it was clicked."""
    whole = Rect(at.x - joined - 1, at.y, at.w + joined + 2, at.h)
    ui.spot(name, whole)
    if ui.focus == name:
        ui.box(whole, "accent", 3, alpha=64)
    return ui.hot == name, ui.clicked == name
