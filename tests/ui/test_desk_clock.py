"""The clock of the window: seconds into ticks."""

import time

from game.ui.clock import SPEEDS, Clock


def test_a_second_at_each_speed_is_that_many_ticks() -> None:
    for index, rate in enumerate(SPEEDS):
        clock, ticks = Clock(), 0
        clock.set(index)
        for _ in range(120):
            ticks += clock.advance(1 / 60, lambda: False)
        assert abs(ticks - 2 * rate) <= 1


def test_the_fraction_says_how_far_people_are_between_two_ticks() -> None:
    clock = Clock()
    clock.set(SPEEDS.index(1.0))
    clock.advance(0.2, lambda: False)
    assert abs(clock.fraction - 0.2) < 1e-9


def test_ticks_never_take_more_of_a_frame_than_their_budget() -> None:
    clock = Clock()
    clock.set(SPEEDS.index(60.0))

    def slow() -> bool:
        time.sleep(0.003)
        return False

    began = time.perf_counter()
    ran = clock.advance(0.25, slow, budget=0.008)
    assert ran < 6
    assert time.perf_counter() - began < 0.05
    assert clock.advance(0.0, lambda: False) == 0


def test_a_step_that_says_stop_pauses_the_clock() -> None:
    clock = Clock()
    clock.set(SPEEDS.index(10.0))
    assert clock.advance(0.25, lambda: True) == 1
    assert clock.paused


def test_running_until_something_happens_ends_with_a_pause() -> None:
    clock = Clock(until=True)
    steps = iter([False, False, True])
    clock.advance(0.2, lambda: next(steps))
    assert clock.paused and not clock.until


def test_the_pause_key_goes_back_to_the_speed_before() -> None:
    clock = Clock()
    clock.set(4)
    clock.toggle()
    assert clock.paused
    clock.toggle()
    assert clock.speed == 4
