"""A screen in memory, and a small prison to put on the desk."""

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
