"""Peopling a prison: the cast as written, the rest drawn from the seed, varied and believable on the whole."""

from dataclasses import replace

import numpy as np
import pytest

from game.sim import open_prison
from game.sim.minds.ties import TieEnds
from game.sim.people import (
    INMATE,
    Assessed,
    Duty,
    Identity,
    Name,
    Needs,
    Place,
    Roots,
    Sentence,
    Status,
    Temper,
)
from game.sim.population.cast import DEATH, LIFE, Cast, Crime, PersonSpec
from game.sim.world import World
from tests.sim.helpers import BLOCK_CAST, crew, make, officers, post_of, prison_in, room_of


@pytest.fixture(scope="module")
def block() -> World:
    return make()


def inmates(world: World) -> np.ndarray:
    identity = world.everyone(Identity)
    return (identity.role == INMATE) & (identity.status == Status.PRESENT)


def test_people_get_ids_in_the_order_of_the_cast(block: World) -> None:
    assert [block.id_of(key) for key in ("adam", "ben", "late")] == [1, 2, 3]
    assert block.id_of("nobody") == 0


def test_what_the_cast_says_is_so(block: World) -> None:
    assert block.desk().name(1) == "Adam Ash"
    assert block.desk().short_name(1) == "A. Ash"
    assert block.one(1, Temper).aggression == 0.9
    sentence = block.component("person", 1, Sentence)
    assert sentence is not None and sentence.crime == "murder"


def test_nobody_has_the_name_or_the_number_of_another(block: World) -> None:
    names = [name for _, name in block.each(Name)]
    assert len({(name.first, name.last) for name in names}) == len(names)
    numbers = [name.number for name in names if name.number]
    assert len(set(numbers)) == len(numbers) == 27


def test_generated_people_differ(block: World) -> None:
    identity, men = block.everyone(Identity), inmates(block)
    assert len(set(identity.age_years[men].tolist())) > 8
    assert len(set(identity.look[men].tolist())) == men.sum()
    assert identity.age_years[men].min() >= 19 and identity.age_years[men].max() <= 64
    tempers = block.everyone(Temper).block[:, men]
    assert (tempers.std(axis=1) > 0.08).all()


def test_violent_crimes_go_with_hotter_tempers_and_longer_sentences() -> None:
    crimes = (Crime("murder", 1, (20, 60), 0.9), Crime("theft", 1, (1, 5), 0.1))
    heat: dict[str, list[float]] = {"murder": [], "theft": []}
    days: dict[str, list[int]] = {"murder": [], "theft": []}
    for seed in range(6):
        world = make(seed=seed, cast=replace(BLOCK_CAST, people=(), ties=(), crimes=crimes))
        for id, sentence in world.each(Sentence):
            heat[sentence.crime].append(world.one(id, Temper).aggression)
            days[sentence.crime].append(sentence.days if sentence.days > 0 else 60 * 365)
    assert np.mean(heat["murder"]) > np.mean(heat["theft"]) + 0.1
    assert min(days["murder"]) > max(days["theft"])


@pytest.mark.parametrize("days", [LIFE, DEATH, 400])
def test_a_sentence_is_as_written(days: int) -> None:
    world = make(cast=Cast(people=(PersonSpec("x", "X", "Test", crime="theft", sentence=days),)))
    dossier = world.desk().dossier(1)
    assert dossier.sentence == days
    assert dossier.remaining_days == (days if days < 0 else days - dossier.served_days)


def test_the_intake_interview_is_near_the_truth_but_can_be_wrong(block: World) -> None:
    off = block.everyone(Assessed).block[:, inmates(block)] - block.everyone(Temper).block[:, inmates(block)]
    assert 0.05 < abs(off).mean() < 0.2
    assert abs(off.mean()) < 0.05


def test_every_inmate_here_has_a_bed_of_his_own_and_lies_in_it(block: World) -> None:
    identity, place, men = block.everyone(Identity), block.everyone(Place), inmates(block)
    assert (identity.bed[men] > 0).all()
    assert len(set(identity.bed[men].tolist())) == men.sum()
    world = make()
    identity, place = world.everyone(Identity), world.everyone(Place)
    assert (place.tile[men] == world.ground.spot_tile[identity.bed[men]]).all()


def test_who_is_yet_to_come_is_nowhere_and_has_no_cell(block: World) -> None:
    late = block.id_of("late")
    assert block.one(late, Identity).status == Status.EXPECTED
    assert block.one(late, Place).tile == 0
    assert block.desk().cell_of(late) == 0
    assert late not in block.desk().people()


def test_a_cell_that_was_asked_for_is_given() -> None:
    cast = Cast(
        people=(PersonSpec("x", "X", "Test", cell="cell_5"), PersonSpec("y", "Y", "Test", cell="cell_5"))
    )
    world = make(cast=cast)
    cell = room_of(world, "cell_5")
    assert world.desk().room(cell).residents == (1, 2)


def test_more_people_than_beds_are_taken_in_without_a_cell() -> None:
    world = make(cast=crew(**{f"p{i}": "inmate" for i in range(35)}))
    homeless = world.everyone(Identity).bed == 0
    assert homeless.sum() == 5
    world.run(60)


def test_keys_go_with_the_role(block: World) -> None:
    keys = {person: block.one(person, Identity).keys for person in (1, officers(block)[0])}
    assert keys[1] == 0
    assert keys[officers(block)[0]] == sum(block.ground.key_bit.values())


def test_every_post_is_on_the_roster_in_every_shift(block: World) -> None:
    for view in block.desk().posts():
        wanted = block.plan.posts[view.id].staff
        assert all(len(roster) >= want for roster, want in zip(view.roster, wanted, strict=True))


def test_a_post_and_a_shift_that_were_asked_for_are_given() -> None:
    cast = Cast(people=(PersonSpec("o", "O", "Test", "officer", post="round", shift=2),))
    world = make(cast=cast)
    duty = world.one(1, Duty)
    assert (duty.post, duty.shift) == (post_of(world, "round"), 2)


def test_ties_of_before_remember_an_event(block: World) -> None:
    ends = block.everyone(TieEnds)
    assert len(ends.who) > 10
    assert {block.chronicle.event(event).kind.name for event in ends.because.tolist()} == {"KnownBefore"}


def test_every_temper_has_its_root_in_the_chronicle(block: World) -> None:
    for person in block.people.ids.tolist():
        root = block.chronicle.event(block.one(person, Roots).aggression)
        assert (root.kind.name, root.who) == ("TraitNoted", person)


def test_needs_begin_met_for_the_most_part(block: World) -> None:
    world = make()
    assert world.everyone(Needs).block.max() <= 0.4


def test_a_prison_without_people_runs() -> None:
    world = open_prison(prison_in("block"), Cast(crimes=(Crime("theft"),)), 1)
    world.run(1440)
    assert world.desk().people() == []
    assert len(world.desk().scene().ids) == 0
