"""The small picture that a save is known by."""

import io

import numpy as np
import pygame
from pygame import Surface

from game.saves.picture import sound_picture
from game.ui.screens.save_picture import SIZE, png_of


def test_a_picture_comes_back_from_its_png_as_it_was(surface: Surface) -> None:
    picture = Surface(SIZE)
    dots = np.random.default_rng(1).integers(0, 256, (*SIZE, 3), np.uint8)
    pygame.surfarray.blit_array(picture, dots)
    written = png_of(picture)
    assert sound_picture(written)
    assert (pygame.surfarray.array3d(pygame.image.load(io.BytesIO(written), "save.png")) == dots).all()
