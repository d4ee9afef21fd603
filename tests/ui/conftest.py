"""A screen in memory, and a small prison to put on the desk."""

import math
import os
from collections.abc import Iterator

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pygame
import pytest

from game.ui.window import open_hidden


@pytest.fixture
def surface() -> Iterator[pygame.Surface]:
    yield open_hidden((1280, 720))


@pytest.fixture(autouse=True, scope="session")
def patient() -> Iterator[None]:
    """No panel waits for the next frame, however busy the machine that runs the tests."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("game.ui.desk.screen.PANELS_A_FRAME", math.inf)
        yield
