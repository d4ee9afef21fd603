"""Why a game could not be kept or brought back: one line that names the file and the part of it."""

from pathlib import Path
from typing import Literal

Reason = Literal["damaged", "newer", "older", "no_scenario", "changed", "unreadable", "disk", "full", "busy"]
"""What the player is told, as `screens.save_error.<reason>` in the language of the desk; the line has the details."""

_LONGEST = 300


class SaveError(Exception):
    """A save or a replay that can't be written or read. `str` of it is one line."""

    def __init__(self, file: Path | str, part: str, fault: str, reason: Reason = "damaged") -> None:
        self.file = Path(file).name
        self.part = part
        self.fault = fault
        self.reason: Reason = reason
        words = f"{self.file}: {part}: {fault}"
        super().__init__("".join(sign if sign.isprintable() else "?" for sign in words)[:_LONGEST])


class PartError(Exception):
    """A fault in some part of a file that is being read; `load_game` adds the file's name."""

    def __init__(self, part: str, fault: str, reason: Reason = "damaged") -> None:
        super().__init__(f"{part}: {fault}")
        self.part = part
        self.fault = fault
        self.reason: Reason = reason

    def within(self, file: Path | str) -> SaveError:
        """The same fault, of a file."""
        return SaveError(file, self.part, self.fault, self.reason)
