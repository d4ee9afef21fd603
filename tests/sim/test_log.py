"""The log: rows that are only ever added, in sealed blocks that forks share."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.engine.log import FULL_BLOCK_ROWS, SMALL_BLOCK_ROWS, Log

ROW = np.dtype([("number", "<i8"), ("share", "<f8")])


def filled(count: int) -> Log:
    log = Log(ROW)
    for i in range(count):
        log.append(i, i / 2)
    return log


def test_rows_are_numbered_from_zero_and_come_back_as_they_were_added() -> None:
    log = Log(ROW)
    assert [log.append(7, 0.5), log.append(8, 0.25)] == [0, 1]
    assert len(log) == 2
    assert log[1] == (8, 0.25)


def test_a_row_reads_the_same_before_and_after_it_is_sealed() -> None:
    log = filled(5)
    before = [log[i] for i in range(5)]
    log.seal()
    assert [log[i] for i in range(5)] == before


@pytest.mark.parametrize("number", [-1, 3])
def test_a_row_that_is_not_there_is_an_error(number: int) -> None:
    with pytest.raises(IndexError, match="log of 3"):
        filled(3)[number]


def test_a_sealed_block_can_not_be_written() -> None:
    block = filled(3).seal()[0]
    with pytest.raises(ValueError, match="read-only"):
        block["number"][0] = 9


def test_a_full_open_end_seals_itself() -> None:
    log = filled(FULL_BLOCK_ROWS + 3)
    assert [len(block) for block in log.seal()] == [FULL_BLOCK_ROWS, 3]


def test_small_neighbours_are_joined_and_large_blocks_are_kept() -> None:
    log = filled(SMALL_BLOCK_ROWS)
    kept = log.seal()[0]
    for part in (3, 4):
        for i in range(part):
            log.append(i, 0.0)
        blocks = log.seal()
    assert [len(block) for block in blocks] == [SMALL_BLOCK_ROWS, 7]
    assert blocks[0] is kept


def test_two_logs_on_the_same_blocks_grow_apart_without_disturbing_each_other() -> None:
    log = filled(10)
    blocks = log.seal()
    other = Log(ROW, blocks)
    log.append(100, 0.0)
    other.append(200, 0.0)
    log.seal()
    other.seal()
    assert log[10] == (100, 0.0)
    assert other[10] == (200, 0.0)
    assert len(blocks[0]) == 10


@given(st.lists(st.integers(0, 3000), max_size=6))
def test_rows_and_columns_do_not_depend_on_how_the_log_is_parted(parts: list[int]) -> None:
    parted = Log(ROW)
    for part in parts:
        for _ in range(part):
            parted.append(len(parted), len(parted) / 2)
        parted.seal()
    whole = filled(sum(parts))
    assert (parted.column("number") == whole.column("number")).all()
    assert parted.rows().tobytes() == whole.rows().tobytes()
    for number in {0, len(whole) // 2, len(whole) - 1} & set(range(len(whole))):
        assert parted[number] == whole[number]


def test_since_gives_what_came_after() -> None:
    log = filled(4)
    log.seal()
    log.append(4, 2.0)
    assert [row[0] for row in log.since(2)] == [2, 3, 4]
    assert list(log.since(9)) == []
