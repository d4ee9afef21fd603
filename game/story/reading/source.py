"""A file as read from disk: decoded, bounded, free of characters that hide or turn what is written."""

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from game.story.reading.problem import Place, Problem

MAX_BYTES = 256 * 1024
LONGEST_EXCERPT = 200
"""Characters of a line shown with a problem."""
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing, so that a line reads other than it is."""


@dataclass(slots=True)
class Source:
    """The text of a file and the problems found in it so far."""

    file: str
    text: str = ""
    problems: list[Problem] = field(default_factory=list)
    lines: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def report(self, place: Place, code: str, message: str, help: str = "") -> None:
        """Notes a problem at a place of this file."""
        line = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        line = line[:LONGEST_EXCERPT] if place.column <= LONGEST_EXCERPT else ""
        width = max(1, min(place.width, len(line) - place.column + 1))
        self.problems.append(
            Problem(self.file, place.line, place.column, code, message, help, printable(line), width)
        )

    @property
    def sound(self) -> bool:
        """Whether no error has been found so far."""
        return not any(problem.is_error for problem in self.problems)


def forbidden(character: str) -> bool:
    """Whether a character has no business in a file: control, direction, surrogate, line separator."""
    if character in "\n\t":
        return False
    no_character = ord(character) & 0xFFFE == 0xFFFE
    return no_character or character in BIDI or unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")


def first_forbidden(text: str) -> int:
    """Index of the first forbidden character, -1 if there is none."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return -1
    return next((i for i, character in enumerate(text) if forbidden(character)), -1)


def printable(line: str) -> str:
    """A line with its forbidden characters made visible as `?`."""
    return "".join("?" if forbidden(character) else character for character in line)


def shown(path: Path) -> str:
    """A path as messages name it: relative to the working folder where possible."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError, RuntimeError):
        return path.as_posix()


def read_source(path: Path) -> Source:
    """Reads a file; whatever is wrong with it as a file is in the source's problems, and its text empty."""
    source = Source(shown(path))
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        source.report(Place(), "E001", f"cannot read the file: {reason}")
        return source
    return decode(raw, source.file)


def decode(raw: bytes, file: str) -> Source:
    """The bytes of a file as a source; line ends become `\\n`, a byte order mark is dropped."""
    if len(raw) > MAX_BYTES:
        source = Source(file)
        source.report(Place(), "E003", f"the file is larger than {MAX_BYTES // 1024} KiB")
        return source
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        source = Source(file)
        line = raw.count(b"\n", 0, fault.start) + 1
        column = len(raw[raw.rfind(b"\n", 0, fault.start) + 1 : fault.start].decode("utf-8", "replace")) + 1
        source.report(Place(line, column), "E002", "the file is not UTF-8", "save it with the encoding UTF-8")
        return source
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _without_forbidden(Source(file, text))


def _without_forbidden(source: Source) -> Source:
    at = first_forbidden(source.text)
    if at < 0:
        return source
    line = source.text.count("\n", 0, at) + 1
    column = at - source.text.rfind("\n", 0, at)
    name = f"U+{ord(source.text[at]):04X}"
    source.report(Place(line, column), "E004", f"the character {name} is not allowed", "remove it")
    source.text = ""
    return source
