"""The full screen by key, the size that is come back to, and a window that is not seen."""

import pygame
from pygame.event import Event

from game.ui.bindings import Bindings
from game.ui.kit.inputs import Inputs
from game.ui.window import Pane


def key(code: int, mod: int = 0) -> Event:
    return Event(pygame.KEYDOWN, key=code, mod=mod, unicode="")


def test_its_key_and_alt_with_enter_turn_the_screen_and_go_nowhere_else() -> None:
    keys = Bindings()
    for event in (key(pygame.K_F11), key(pygame.K_RETURN, pygame.KMOD_LALT)):
        events = [key(pygame.K_SPACE), event]
        assert keys.turn_screen(events)
        assert [other.key for other in events] == [pygame.K_SPACE]
    assert not keys.turn_screen([key(pygame.K_RETURN), Event(pygame.KEYUP, key=pygame.K_F11, mod=0)])


def test_the_key_can_be_another() -> None:
    keys = Bindings({"fullscreen": [pygame.K_F8]})
    assert keys.turn_screen([key(pygame.K_F8)]) and not keys.turn_screen([key(pygame.K_F11)])


def test_a_pane_remembers_how_large_the_window_was(surface: pygame.Surface) -> None:
    pane = Pane(surface)
    assert pane.windowed == surface.get_size()
    pane.fit(pygame.Surface((900, 620)))
    assert pane.windowed == (900, 620)


def test_a_mouse_left_at_the_edge_of_another_window_scrolls_nothing() -> None:
    inputs = Inputs()
    inputs.take([Event(pygame.MOUSEMOTION, pos=(0, 300), rel=(0, 0), buttons=(0, 0, 0))], 0.0)
    assert inputs.mouse == (0, 300)
    inputs.take([Event(pygame.WINDOWFOCUSLOST)], 0.1)
    assert inputs.mouse == (-1, -1) and not inputs.down
