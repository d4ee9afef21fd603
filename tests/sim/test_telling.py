"""Telling: what somebody says when he is heard, whom he names, and when he keeps silent."""

from game.sim.care.telling import TellingRules, accounts, tell
from game.sim.engine.dice import Dice
from game.sim.events import Kind
from game.sim.minds.thoughts import ThoughtEnds, Told, think
from game.sim.minds.ties import shift_tie
from game.sim.people import Identity, Temper
from game.sim.states import Mind
from game.sim.world import World
from tests.sim.helpers import kinds, make, officers


def after_a_beating(witnessed: int = 0) -> tuple[World, int, int, int]:
    """Adam has beaten Ben, where no staff saw it; `witnessed`: somebody saw it from so many tiles away."""
    world = make()
    adam, ben = world.id_of("adam"), world.id_of("ben")
    cell = world.one(ben, Identity).cell
    event = world.emit(Kind.Wounded, who=ben, whom=adam, place=cell, amount=0.4)
    world.knowledge.noted = len(world.chronicle)
    return world, adam, ben, event


def heard(world: World, person: int, seed: int = 1) -> int:
    event = world.emit(Kind.Heard, who=officers(world)[0], whom=person)
    told = accounts(world, person, officers(world)[0], Dice(seed, "telling"))
    tell(world, person, officers(world)[0], event, told)
    return len(told)


def share_told(
    trust: float = 0.0, fear: float = 0.0, loyalty: float = 0.5, stress: float = 0.3
) -> tuple[int, int]:
    """How often of 40 a victim tells, and how often he names the culprit."""
    told = named = 0
    for seed in range(40):
        world, adam, ben, event = after_a_beating()
        shift_tie(world, ben, officers(world)[0], 1, trust=trust)
        shift_tie(world, ben, adam, 1, fear=fear)
        world.one(ben, Temper).loyalty, world.one(ben, Mind).stress = loyalty, stress
        heard(world, ben, seed)
        fact = world.desk().fact(event)
        told += fact is not None
        named += fact is not None and fact.whom == adam
    return told, named


def test_a_victim_who_is_heard_may_explain_his_bruise() -> None:
    told, named = share_told(trust=0.6, stress=0.6)
    assert 20 <= told <= 40
    assert 10 <= named <= told


def test_fear_and_loyalty_keep_men_silent_and_trust_loosens_tongues() -> None:
    open_hearted = share_told(trust=0.8)
    afraid, loyal = share_told(trust=0.8, fear=0.9), share_told(trust=0.8, loyalty=0.95)
    assert open_hearted[0] >= afraid[0] + 10
    assert open_hearted[0] >= loyal[0] + 6
    assert afraid[1] < open_hearted[1] / 2


def test_what_is_told_is_known_from_him_and_not_for_certain() -> None:
    world, adam, ben, event = after_a_beating()
    shift_tie(world, ben, adam, 1, hate=0.9)
    shift_tie(world, ben, officers(world)[0], 1, trust=1.0)
    assert world.desk().fact(event) is None
    for seed in range(9):
        heard(world, ben, seed)
    fact = world.desk().fact(event)
    assert fact is not None and (fact.source, fact.informant) == ("told", ben)
    assert fact.confidence < 1
    told = kinds(world, "Told")[-1]
    assert (told.who, told.detail) == (ben, event)
    assert event in [cause.event for cause in world.chronicle.causes(told.id)]


def test_who_saw_it_from_afar_cannot_name_anybody() -> None:
    for tiles, names in ((2, True), (14, False)):
        world, adam, ben, event = after_a_beating()
        witness = next(id for id in world.desk().people("inmate") if id not in (adam, ben))
        shift_tie(world, witness, officers(world)[0], 1, trust=1.0)
        shift_tie(world, witness, adam, 1, hate=0.8)
        world.one(witness, Mind).stress, world.one(witness, Temper).loyalty = 1.0, 0.0
        world.knowledge.saw(event, witness, tiles)
        for seed in range(6):
            heard(world, witness, seed)
        fact = world.desk().fact(event)
        assert fact is not None
        assert (fact.whom == adam) is names


def test_a_few_name_the_wrong_man_and_the_office_cannot_tell() -> None:
    wrong = 0
    for seed in range(50):
        world, adam, ben, event = after_a_beating()
        other = next(id for id in world.desk().people("inmate") if id not in (adam, ben))
        shift_tie(world, ben, other, 1, hate=0.9)
        shift_tie(world, ben, officers(world)[0], 1, trust=1.0)
        heard(world, ben, seed)
        for told in kinds(world, "Told"):
            if told.whom == other:
                wrong += 1
                fact = world.desk().fact(event)
                assert fact is not None and fact.whom == 0
    assert 0 < wrong <= 12


def test_what_he_did_himself_he_keeps_to_himself() -> None:
    world, adam, _, event = after_a_beating()
    shift_tie(world, adam, officers(world)[0], 1, trust=1.0)
    for seed in range(10):
        assert heard(world, adam, seed) == 0
    assert world.desk().fact(event) is None


def test_he_says_how_he_feels_but_not_about_whom_he_dreads() -> None:
    world, adam, ben, event = after_a_beating()
    shift_tie(world, ben, adam, 1, fear=0.9)
    think(world, ben, "struck", event, adam)
    think(world, ben, "no_news", event)
    heard(world, ben)
    ends = world.everyone(ThoughtEnds)
    known = {
        int(whom): int(known)
        for whom, known, who in zip(ends.whom, ends.known, ends.person, strict=True)
        if who == ben
    }
    assert known[0] == Told.SAID
    assert known[adam] != Told.SAID


def test_nobody_tells_more_than_a_few_things_at_once() -> None:
    world, adam, ben, _ = after_a_beating()
    for _ in range(12):
        world.emit(Kind.Threatened, who=adam, whom=ben, place=1)
    world.knowledge.noted = len(world.chronicle)
    shift_tie(world, ben, officers(world)[0], 1, trust=1.0)
    world.one(ben, Mind).stress = 1.0
    assert heard(world, ben) <= world.rules(TellingRules).most
