"""The system's clipboard; where there is none, one of the game's own."""

import pygame

_own = [""]


def copy(text: str) -> None:
    """Put a text into the clipboard."""
    _own[0] = text
    try:
        pygame.scrap.put_text(text)
    except (pygame.error, AttributeError):  # no clipboard on this machine: the own one holds it
        return


def paste() -> str:
    """The text in the clipboard, on one line."""
    try:
        found = pygame.scrap.get_text() or _own[0]
    except (pygame.error, AttributeError, UnicodeDecodeError):
        found = _own[0]
    return " ".join(found.split("\n")).replace("\r", "")
