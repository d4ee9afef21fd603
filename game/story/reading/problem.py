"""What is wrong with a file, where, and how it is told: with the line, a caret and a suggestion."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file. Lines and columns count from 1, columns in characters."""

    line: int = 1
    column: int = 1
    width: int = 1
    """How many characters the caret underlines."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of one file. Codes with `E` are errors, those with `W` warnings."""

    file: str
    line: int
    column: int
    code: str
    message: str
    help: str = ""
    excerpt: str = ""
    """The line as it stands in the file; empty when there is none to show."""
    width: int = 1

    @property
    def is_error(self) -> bool:
        """Whether the file can't be used; a warning leaves it usable."""
        return self.code.startswith("E")

    def render(self) -> str:
        """The problem as text: its headline, the line, a caret, a suggestion."""
        word = "error" if self.is_error else "warning"
        rows = [f"{self.file}:{self.line}:{self.column}: {word} {self.code}: {self.message}"]
        if self.excerpt.strip():
            shown = self.excerpt.replace("\t", " ")
            rows.append(f"{self.line:>5} | {shown}")
            rows.append(f"      | {' ' * (self.column - 1)}{'^' * max(1, self.width)}")
        if self.help:
            rows.append(f"      = help: {self.help}")
        return "\n".join(rows)


def render(problems: Iterable[Problem]) -> str:
    """All problems in the order of the files, ready to print."""
    return "\n".join(problem.render() for problem in sorted(problems))


def only_errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those problems that make a file unusable."""
    return [problem for problem in problems if problem.is_error]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A help text naming the likeliest meant word, else the few possible ones, else nothing."""
    words = sorted(str(each) for each in known)
    lower = {each.lower(): each for each in reversed(words)}
    close = get_close_matches(word.lower(), list(lower), n=1, cutoff=0.6)
    if close:
        return f"did you mean '{lower[close[0]]}'?"
    if 0 < len(words) <= 12:
        return "one of: " + ", ".join(words)
    return ""
