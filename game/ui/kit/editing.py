"""A line of text being edited: cursor, selection, what each key does."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pygame
from pygame.event import Event

from game.ui.kit import clipboard

WORD = re.compile(r"\w+|[^\w\s]+")
COMMAND = pygame.KMOD_CTRL | pygame.KMOD_META


@dataclass(slots=True)
class Editor:
    """Where the cursor stands. Positions are between letters, 0 before the first."""

    cursor: int = 0
    anchor: int = 0
    """The other end of the selection; the cursor's place when nothing is selected."""
    shift: int = 0
    """Pixels by which a long text is moved to the left."""
    blink: float = 0.0
    """When the cursor last moved, in seconds; it is shown at once then."""

    @property
    def selection(self) -> tuple[int, int]:
        """Start and end of what is selected."""
        return min(self.cursor, self.anchor), max(self.cursor, self.anchor)

    def put(self, at: int, selecting: bool = False) -> None:
        """Put the cursor somewhere; `selecting` leaves the other end where it is."""
        self.cursor = at
        if not selecting:
            self.anchor = at

    def select_all(self, value: str) -> None:
        """Select the whole text."""
        self.anchor, self.cursor = 0, len(value)

    def select_word(self, value: str, at: int) -> None:
        """Select the word around a position."""
        for word in WORD.finditer(value):
            if word.start() <= at <= word.end():
                self.anchor, self.cursor = word.span()
                return
        self.put(at)

    def clamp(self, value: str) -> None:
        """Stay within a text that was changed from outside."""
        self.cursor, self.anchor = min(self.cursor, len(value)), min(self.anchor, len(value))


def insert(editor: Editor, value: str, text: str, limit: int) -> str:
    """Put a text in place of the selection, as much of it as the limit allows."""
    start, end = editor.selection
    text = "".join(letter for letter in text if letter.isprintable())
    text = text[: max(0, limit - (len(value) - (end - start)))]
    editor.put(start + len(text))
    return value[:start] + text + value[end:]


def press(editor: Editor, value: str, event: Event, limit: int) -> str:
    """Do what a key does in a text; returns the text after it."""
    selecting, command = bool(event.mod & pygame.KMOD_SHIFT), bool(event.mod & COMMAND)
    if event.key in _ERASERS:
        return _erase(editor, value, event.key, command)
    if event.key in _MOVES:
        editor.put(_MOVES[event.key](editor, value, command, selecting), selecting)
    elif command and event.key == pygame.K_a:
        editor.select_all(value)
    elif command and event.key in (pygame.K_c, pygame.K_x):
        start, end = editor.selection
        if end > start:
            clipboard.copy(value[start:end])
            return insert(editor, value, "", limit) if event.key == pygame.K_x else value
    elif command and event.key == pygame.K_v:
        return insert(editor, value, clipboard.paste(), limit)
    return value


def _erase(editor: Editor, value: str, key: int, command: bool) -> str:
    start, end = editor.selection
    if start == end:
        if key == pygame.K_BACKSPACE:
            start = _word_before(value, start) if command else max(0, start - 1)
        else:
            end = _word_after(value, end) if command else min(len(value), end + 1)
    editor.put(start)
    return value[:start] + value[end:]


def _word_before(value: str, at: int) -> int:
    return max((word.start() for word in WORD.finditer(value) if word.start() < at), default=0)


def _word_after(value: str, at: int) -> int:
    return min((word.end() for word in WORD.finditer(value) if word.end() > at), default=len(value))


def _left(editor: Editor, value: str, command: bool, selecting: bool) -> int:
    start, end = editor.selection
    if start != end and not selecting and not command:
        return start
    return _word_before(value, editor.cursor) if command else max(0, editor.cursor - 1)


def _right(editor: Editor, value: str, command: bool, selecting: bool) -> int:
    start, end = editor.selection
    if start != end and not selecting and not command:
        return end
    return _word_after(value, editor.cursor) if command else min(len(value), editor.cursor + 1)


_MOVES: dict[int, Callable[[Editor, str, bool, bool], int]] = {
    pygame.K_LEFT: _left,
    pygame.K_RIGHT: _right,
    pygame.K_HOME: lambda _editor, _value, _command, _selecting: 0,
    pygame.K_END: lambda _editor, value, _command, _selecting: len(value),
    pygame.K_UP: lambda _editor, _value, _command, _selecting: 0,
    pygame.K_DOWN: lambda _editor, value, _command, _selecting: len(value),
}
_ERASERS = (pygame.K_BACKSPACE, pygame.K_DELETE)
