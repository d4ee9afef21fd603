"""Tables: one class is one person's values and everyone's arrays; ids are for good, rows are not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.engine.columns import FIRST_CAPACITY_ROWS, Column, Columns, Table


class Wants(Columns):
    hunger = Column("f8", 0.25)
    thirst = Column("f8")


class Spot(Columns):
    x = Column("i8", 3)


def table() -> Table:
    return Table((Wants, Spot), Table((Wants, Spot)))


def test_ids_count_from_one_and_new_rows_have_the_defaults() -> None:
    people = table()
    assert people.add(3).tolist() == [1, 2, 3]
    assert people.everyone(Wants).hunger.tolist() == [0.25] * 3
    assert people.everyone(Spot).x.tolist() == [3] * 3


def test_one_person_and_everyone_are_the_same_values() -> None:
    people = table()
    people.add(3)
    people.one(2, Wants).hunger = 0.5
    assert people.everyone(Wants).hunger.tolist() == [0.25, 0.5, 0.25]
    people.everyone(Spot).x[:] = [7, 8, 9]
    assert [people.one(id, Spot).x for id in (1, 2, 3)] == [7, 8, 9]


def test_a_value_read_from_one_person_is_a_plain_python_number() -> None:
    people = table()
    people.add()
    assert type(people.one(1, Spot).x) is int
    assert type(people.one(1, Wants).hunger) is float


def test_assigning_to_everyone_copies_into_the_table() -> None:
    people = table()
    people.add(2)
    wants = people.everyone(Wants)
    held = wants.hunger
    wants.hunger = np.array([0.1, 0.2])
    wants.hunger += 0.5
    assert people.everyone(Wants).hunger is held
    assert people.one(2, Wants).hunger == pytest.approx(0.7)


def test_the_block_has_all_columns_as_rows() -> None:
    people = table()
    people.add(2)
    people.everyone(Wants).block[:] = [[1, 2], [3, 4]]
    assert people.everyone(Wants).hunger.tolist() == [1, 2]
    assert people.one(2, Wants).thirst == 4
    assert Wants.position("thirst") == 1


def test_columns_of_one_class_share_one_dtype() -> None:
    with pytest.raises(TypeError, match="share one dtype"):
        type("Mixed", (Columns,), {"a": Column("f8"), "b": Column("i8")})


def test_the_departed_move_to_the_archive_and_the_others_close_ranks() -> None:
    people = table()
    people.add(4)
    people.everyone(Spot).x[:] = [10, 20, 30, 40]
    people.retire([2])
    assert people.ids.tolist() == [1, 3, 4]
    assert people.rows([1, 2, 3, 4]).tolist() == [0, -1, 1, 2]
    assert people.everyone(Spot).x.tolist() == [10, 30, 40]
    assert people.archive is not None
    assert people.archive.ids.tolist() == [2]


def test_the_departed_are_still_found_by_their_id() -> None:
    people = table()
    people.add(3)
    people.one(2, Spot).x = 20
    seen_before = people.one(2, Spot)
    people.retire([2])
    assert people.one(2, Spot).x == 20
    assert seen_before.x == 20
    assert 2 not in people


def test_ids_are_never_used_again() -> None:
    people = table()
    people.add(3)
    people.retire([3])
    assert people.add().tolist() == [4]
    again = table()
    again.thaw(people.freeze())
    assert again.add().tolist() == [5]


@pytest.mark.parametrize("id", [0, -1, 5, 10_000])
def test_there_is_nobody_under_an_unknown_id(id: int) -> None:
    people = table()
    people.add(2)
    assert id not in people
    with pytest.raises(KeyError):
        people.one(id, Spot).x  # noqa: B018


def test_a_view_of_one_person_outlives_growth() -> None:
    people = table()
    people.add()
    one = people.one(1, Spot)
    people.add(3 * FIRST_CAPACITY_ROWS)
    one.x = 99
    assert people.everyone(Spot).x[0] == 99
    assert len(people.everyone(Spot).x) == 3 * FIRST_CAPACITY_ROWS + 1


def test_a_frozen_table_does_not_change_with_the_table() -> None:
    people = table()
    people.add(2)
    frozen = people.freeze()
    people.everyone(Spot).x[:] = 0
    again = table()
    again.thaw(frozen)
    assert again.everyone(Spot).x.tolist() == [3, 3]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 200)), max_size=30))
def test_whatever_comes_and_goes_each_id_keeps_its_values(moves: list[tuple[bool, int]]) -> None:
    people, truth, gone = table(), {}, {}
    for comes, number in moves:
        if comes:
            for id in people.add(number % 40).tolist():
                people.one(id, Spot).x = truth[id] = 1000 + id
        elif truth:
            leaver = sorted(truth)[number % len(truth)]
            gone[leaver] = truth.pop(leaver)
            people.retire([leaver])
    assert people.ids.tolist() == sorted(truth)
    for id, x in (truth | gone).items():
        assert people.one(id, Spot).x == x
        assert (people.row_of[id] >= 0) == (id in truth)
