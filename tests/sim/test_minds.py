"""Minds: thoughts fade, moods follow them, long misery wears men down, and word of a friend's wound breeds hate."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from game.sim.engine.calendar import MINUTES_PER_DAY, moment
from game.sim.engine.snapshot import digest, fork, freeze, thaw
from game.sim.engine.system import System
from game.sim.events import Cause, Kind
from game.sim.invariants import faults
from game.sim.minds.knowledge import ALL_KNOWN, TRUTH, Source, mask_of
from game.sim.minds.thoughts import (
    THOUGHT,
    THOUGHTS,
    ThoughtEnds,
    Thoughts,
    Told,
    think,
    think_all,
    thoughts_of,
)
from game.sim.minds.ties import Ties, feeling, root_of, shift_tie
from game.sim.people import TRAITS, Assessed, Identity, Needs, NotedWhen, Place, Status, Sureness, Temper
from game.sim.states import Mind, NotedMind, StateRoots
from game.sim.systems.moods import MoodSystem, StressSystem
from game.sim.systems.needs import ObservationSystem
from game.sim.systems.news import NewsSystem
from game.sim.systems.sight import SightSystem
from game.sim.systems.tempers import DEEDS, TemperSystem
from game.sim.systems.thoughts import ThoughtSystem
from game.sim.world import World
from tests.conftest import BLOCK_CAST
from tests.sim.helpers import crew, kinds, make, put, stage, tile, without

CAST = crew(ann="inmate", bob="inmate", cid="inmate", dan="inmate", officer="officer")
ANN, BOB, CID, DAN, OFFICER = range(1, 6)
CALM = 0.25
"""A need at which an ordinary man feels well enough."""


def hall(*systems: type[System], seed: int = 1) -> World:
    """Return a hall with four inmates apart in it, their needs met, and an officer by the door."""
    world = stage("sight", CAST, *systems, seed=seed)
    for person, (x, y) in zip((ANN, BOB, CID, DAN), ((6, 2), (10, 2), (14, 5), (16, 8)), strict=True):
        put(world, person, tile(world, x, y))
    put(world, OFFICER, tile(world, 18, 9))
    world.everyone(Needs).block[:] = CALM
    world.everyone(Temper).block[:] = 0.5
    world.everyone(Temper).aggression[:] = 0.4
    world.everyone(Ties).block[:] = 0.0
    return world


def mind(world: World, person: int = ANN) -> Mind:
    return world.one(person, Mind)


def held(world: World, person: int) -> dict[str, float]:
    """Return what is on somebody's mind, and how strongly."""
    ends, strength = world.everyone(ThoughtEnds), world.everyone(Thoughts).strength
    return {THOUGHTS[int(ends.thought[row])].key: float(strength[row]) for row in thoughts_of(world, person)}


def test_a_visit_lifts_the_mood_and_fades() -> None:
    world = hall(MoodSystem)
    world.run(MINUTES_PER_DAY)
    before = mind(world).mood
    think(world, ANN, "visit", world.emit(Kind.VisitEnded, who=ANN))
    moods = []
    for _ in range(5):
        world.run(MINUTES_PER_DAY)
        moods.append(mind(world).mood)
    assert moods[0] > before + 0.15
    assert moods == sorted(moods, reverse=True)
    assert moods[-1] == pytest.approx(before, abs=0.01)
    assert held(world, ANN) == {}


def test_a_mood_follows_what_happened_slowly() -> None:
    world = hall(MoodSystem)
    world.run(MINUTES_PER_DAY)
    before = mind(world).mood
    think(world, ANN, "friend_died", 1, BOB)
    world.run(30)
    soon = mind(world).mood
    world.run(12 * 60)
    assert before > soon > mind(world).mood + 0.15


@pytest.mark.parametrize("need", ["hunger", "safety", "family"])
def test_the_more_unmet_a_need_the_more_it_weighs(need: str) -> None:
    world = hall(MoodSystem)
    for person, lack in ((ANN, 0.0), (BOB, 0.5), (CID, 1.0)):
        setattr(world.one(person, Needs), need, lack)
    world.run(MINUTES_PER_DAY)
    ann, bob, cid = (mind(world, person).mood for person in (ANN, BOB, CID))
    assert ann - bob < (bob - cid) / 2
    assert ann > bob > cid


def misery(world: World) -> None:
    """Let one man lack everything, for as long as only moods and stress run."""
    for need in ("hunger", "fatigue", "safety", "family", "company"):
        setattr(world.one(ANN, Needs), need, 1.0)


def test_weeks_of_misery_raise_stress_to_the_highest_and_better_times_lower_it() -> None:
    world = hall(MoodSystem, StressSystem)
    misery(world)
    world.run(7 * MINUTES_PER_DAY)
    week = mind(world).stress
    assert 0.35 < week < 0.8
    world.run(21 * MINUTES_PER_DAY)
    assert mind(world).stress > 0.95
    assert mind(world, BOB).stress < 0.2
    world.everyone(Needs).block[:] = CALM
    world.run(7 * MINUTES_PER_DAY)
    assert 0.5 < mind(world).stress < 0.95


def test_a_man_without_nerve_is_worn_down_faster() -> None:
    world = hall(MoodSystem, StressSystem)
    for person, nerve in ((ANN, 0.1), (BOB, 0.9)):
        world.one(person, Temper).nerve = nerve
    for person in (ANN, BOB):
        for need in ("hunger", "fatigue", "safety", "family", "company"):
            setattr(world.one(person, Needs), need, 1.0)
    world.run(5 * MINUTES_PER_DAY)
    assert mind(world, ANN).stress > mind(world, BOB).stress + 0.1


@pytest.mark.parametrize("use", ["sleep", "talk", "work", "pray", "visit", "speak"])
def test_rest_company_work_chapel_and_visits_ease_stress(use: str) -> None:
    def left(use: str) -> float:
        world = hall(StressSystem)
        put(world, ANN, tile(world, 6, 2), use)
        mind(world).stress = 0.8
        world.run(MINUTES_PER_DAY)
        return mind(world).stress

    assert left(use) < left("wait") - 0.01


def test_stress_remembers_what_weighed_most() -> None:
    world = hall(MoodSystem, StressSystem)
    light, heavy = world.emit(Kind.Searched, whom=ANN), world.emit(Kind.Died, who=BOB)
    mind(world).mood = -0.8
    think(world, ANN, "searched", light)
    think(world, ANN, "friend_died", heavy, BOB)
    world.run(120)
    assert world.one(ANN, StateRoots).stress == heavy


def test_who_missed_a_meal_has_it_on_his_mind_once() -> None:
    world = hall(ThoughtSystem, SightSystem)
    for _ in range(2):
        event = world.emit(Kind.Hungered, who=ANN)
        world.run(60)
    assert held(world, ANN) == {"went_hungry": pytest.approx(-0.10)}
    row = int(thoughts_of(world, ANN)[0])
    assert world.chronicle.event(int(world.everyone(ThoughtEnds).because[row])).kind is Kind.Hungered
    assert event


def test_what_lasts_does_not_pile_up_but_what_comes_again_does() -> None:
    world = hall()
    people = np.array([ANN, BOB])
    for _ in range(3):
        think_all(world, people, "crowded", 1)
        think(world, CID, "insulted", 1, DAN)
    assert held(world, ANN) == held(world, BOB) == {"crowded": pytest.approx(-0.06)}
    assert held(world, CID)["insulted"] == pytest.approx(-0.24)


def test_his_first_days_weigh_on_a_newcomer() -> None:
    world = make()
    arrived = world.emit(Kind.Arrived, who=world.id_of("late"))
    world.knowledge.note_new(world)
    world.run(16)
    rows = world.everyone(ThoughtEnds).because == arrived
    assert world.everyone(ThoughtEnds).thought[rows].tolist() == [THOUGHT["first_days"]]


def test_who_sleeps_beside_somebody_he_fears_lies_awake() -> None:
    world = make()
    identity = world.everyone(Identity)
    cell = next(c for c in world.ground.cells if (identity.cell == c).sum() == 2)
    one, other = world.people.ids[identity.cell == cell].tolist()
    reason = world.emit(Kind.Threatened, who=other, whom=one)
    shift_tie(world, one, other, reason, fear=0.6)
    world.run(moment(1, 21, 5) - world.tick)
    assert held(world, one).get("afraid_of_cellmate", 0) < -0.1
    assert "afraid_of_cellmate" not in held(world, other)


def test_debts_weigh_the_more_the_higher_they_are() -> None:
    world = hall(ThoughtSystem)
    lent = world.emit(Kind.Lent, who=DAN, whom=ANN)
    for who, packs in ((ANN, 30.0), (BOB, 4.0), (CID, 0.5)):
        shift_tie(world, who, DAN, lent, debt=packs)
    world.run(moment(1, 21, 5) - world.tick)
    assert held(world, ANN)["in_debt"] < held(world, BOB)["in_debt"] < 0
    assert held(world, CID) == {}


def test_too_full_a_room_weighs_on_those_who_stay_in_it() -> None:
    world = hall(ThoughtSystem)
    room = int(world.ground.room_at[world.one(ANN, Place).tile])
    capacity = int(world.ground.room_capacity[room])
    world.ground.room_capacity[room] = 3
    world.run(121)
    world.ground.room_capacity[room] = capacity
    assert all("crowded" in held(world, person) for person in (ANN, BOB, CID, DAN))
    assert "crowded" not in held(world, OFFICER)


def wound(world: World, who: int = BOB, whom: int = DAN, severity: float = 0.6) -> int:
    root = world.emit(Kind.KnownBefore, who=whom, whom=who)
    return world.emit(
        Kind.Wounded, who=who, whom=whom, amount=severity, because=[Cause(root)],
        place=int(world.ground.room_at[world.one(who, Place).tile]),
    )  # fmt: skip


def befriend(world: World, who: int, whom: int, regard: float) -> None:
    shift_tie(world, who, whom, world.emit(Kind.KnownBefore, who=who, whom=whom), regard=regard)


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_a_friends_wound_breeds_hate_towards_who_did_it(seed: int) -> None:
    world = hall(ThoughtSystem, NewsSystem, SightSystem, seed=seed)
    befriend(world, ANN, BOB, 0.7)
    befriend(world, CID, BOB, 0.1)
    event = wound(world)
    world.run(24 * 60)
    assert feeling(world, ANN, DAN, "hate") > 0.2
    assert root_of(world, ANN, DAN, "hate") == event
    assert held(world, ANN)["friend_hurt"] < -0.2
    ends = world.everyone(ThoughtEnds)
    (row,) = thoughts_of(world, ANN).tolist()
    assert (ends.because[row], ends.whom[row]) == (event, DAN)
    assert feeling(world, CID, DAN, "hate") == 0


def test_an_enemys_wound_is_a_comfort() -> None:
    world = hall(ThoughtSystem, NewsSystem, SightSystem)
    shift_tie(world, ANN, BOB, 1, hate=0.7, regard=-0.5)
    wound(world)
    world.run(24 * 60)
    assert held(world, ANN)["enemy_hurt"] > 0
    assert feeling(world, ANN, DAN, "hate") == 0


def test_who_saw_it_knows_at_once_and_the_others_when_they_are_in_company() -> None:
    world = hall(ThoughtSystem, NewsSystem, SightSystem)
    for friend in (ANN, CID):
        befriend(world, friend, BOB, 0.7)
    put(world, CID, 0)
    world.run(15 - world.tick % 15 + 1)
    wound(world)
    world.run(20)
    assert "friend_hurt" in held(world, ANN) and "friend_hurt" not in held(world, CID)
    world.run(5 * 60)
    assert "friend_hurt" not in held(world, CID)
    put(world, CID, tile(world, 14, 5))
    world.run(8 * 60)
    assert "friend_hurt" in held(world, CID)


def test_the_sight_of_violence_shakes_those_with_little_nerve_most() -> None:
    world = hall(ThoughtSystem, SightSystem)
    world.one(ANN, Temper).nerve, world.one(CID, Temper).nerve = 0.1, 0.9
    room = int(world.ground.room_at[world.one(BOB, Place).tile])
    world.emit(Kind.Assaulted, who=DAN, whom=BOB, place=room, because=[Cause(1)])
    world.run(20)
    assert held(world, ANN)["saw_violence"] < held(world, CID)["saw_violence"] < 0
    assert held(world, BOB) == held(world, DAN) == {}


def test_staff_judge_moods_but_not_exactly_and_only_of_those_they_see() -> None:
    world = hall(ObservationSystem)
    for person in (ANN, BOB, CID):
        world.one(person, Mind).mood, world.one(person, Mind).stress = -0.5, 0.5
    put(world, DAN, 0)
    world.run(61)
    off = [world.one(person, NotedMind).mood + 0.5 for person in (ANN, BOB, CID)]
    assert all(0 < abs(error) < 0.6 for error in off)
    desk, truth = world.desk(), world.desk(TRUTH)
    assert desk.mood_of(ANN).source == OFFICER and desk.mood_of(ANN).value == pytest.approx(
        -50 + 100 * off[0]
    )
    assert truth.mind(ANN).mood.value == pytest.approx(-50) and truth.mind(ANN).stress.confidence == 1
    assert desk.mood_of(DAN).source == -1 and desk.mood_of(DAN).confidence == 0


def test_what_was_judged_long_ago_is_less_sure() -> None:
    world = hall(ObservationSystem)
    world.run(61)
    fresh = world.desk().mind(ANN)
    put(world, ANN, 0)
    world.run(2 * MINUTES_PER_DAY)
    old = world.desk().mind(ANN)
    assert old.mood.value == fresh.mood.value and old.mood.confidence < fresh.mood.confidence / 2
    assert {need.confidence for need in world.desk().dossier(ANN).needs} == {old.mood.confidence}


def test_the_office_guesses_a_thought_whose_cause_it_knows_and_hears_of_others() -> None:
    world = hall()
    seen, unseen = (world.emit(Kind.Threatened, who=by, whom=ANN) for by in (BOB, CID))
    think(world, ANN, "threatened", seen, BOB)
    think(world, ANN, "threatened", unseen, CID)
    assert world.desk().mind(ANN).thoughts == ()
    world.knowledge.learn(world.tick, seen, Source.STAFF, OFFICER, 1.0, ALL_KNOWN)
    (view,) = world.desk().mind(ANN).thoughts
    assert (view.key, view.whom, view.because, view.known) == ("threatened", BOB, seen, "guessed")
    world.everyone(ThoughtEnds).known[:] = int(Told.SAID)
    assert [(v.whom, v.known) for v in world.desk().mind(ANN).thoughts] == [(BOB, "said"), (CID, "said")]


def test_a_thought_is_not_guessed_from_a_scene_in_which_nobody_made_him_out() -> None:
    world = hall()
    scene = world.emit(Kind.Threatened, who=BOB, whom=ANN)
    think(world, ANN, "threatened", scene, BOB)
    world.knowledge.learn(world.tick, scene, Source.STAFF, OFFICER, 0.7, mask_of("place", "who"))
    assert world.desk().mind(ANN).thoughts == ()


def test_why_a_mood_is_as_it_is_adds_up_and_says_what_nobody_knows() -> None:
    world = hall(MoodSystem, ObservationSystem)
    world.run(MINUTES_PER_DAY)
    secret = world.emit(Kind.Threatened, who=BOB, whom=ANN)
    think(world, ANN, "threatened", secret, BOB, 2.0)
    world.run(6 * 60)
    for desk in (world.desk(), world.desk(TRUTH)):
        total = sum(reason.weight for reason in desk.why_mood(ANN))
        assert total == pytest.approx(desk.mood_of(ANN).value)
    warden = world.desk().why_mood(ANN)
    assert [reason.event for reason in warden if reason.event] == []
    assert [reason.known for reason in warden].count(False) == 1
    assert secret in [reason.event for reason in world.desk(TRUTH).why_mood(ANN)]


def test_why_stress_leads_to_what_weighed_most_if_that_is_known() -> None:
    world = hall(ObservationSystem)
    burden = world.emit(Kind.VisitDenied, who=ANN)
    world.one(ANN, StateRoots).stress = burden
    world.run(61)
    assert not world.desk().why_stress(ANN)[-1].known
    world.knowledge.learn_all(world, burden)
    assert world.desk().why_stress(ANN)[-1].event == burden


def test_the_course_of_stress_has_a_value_a_day_and_outlives_freezing() -> None:
    world = make()
    world.run(3 * MINUTES_PER_DAY)
    person = world.desk().people("inmate")[0]
    course = world.desk(TRUTH).mind(person).stress_history
    assert [tick for tick, _ in course] == [moment(day, 22) for day in (1, 2, 3)]
    again = thaw(freeze(world))
    assert again.desk(TRUTH).mind(person).stress_history == course
    assert digest(again) == digest(world)


def test_moods_by_room_are_those_of_the_people_in_it() -> None:
    world = hall()
    world.everyone(Mind).mood[:] = -0.5
    room = int(world.ground.room_at[world.one(ANN, Place).tile])
    assert world.desk(TRUTH).moods_by_room()[room] == pytest.approx(25)
    assert world.desk().moods_by_room()[room] == -1


def learn_of(world: World, kind: Kind, confidence: float = 1.0) -> int:
    event = world.emit(kind, who=ANN, whom=BOB)
    world.knowledge.learn(world.tick, event, Source.STAFF, OFFICER, confidence, ALL_KNOWN)
    return event


def trait(world: World, key: str) -> tuple[float, float]:
    """Return how far the office is off, and how sure it is."""
    off = abs(getattr(world.one(ANN, Assessed), key) - getattr(world.one(ANN, Temper), key))
    return off, getattr(world.one(ANN, Sureness), key)


def test_a_file_can_be_wrong_and_gets_truer_and_surer_by_deeds() -> None:
    world = hall(TemperSystem)
    world.one(ANN, Temper).aggression, world.one(ANN, Assessed).aggression = 0.9, 0.3
    before, unsure = trait(world, "aggression")
    deed = learn_of(world, Kind.Assaulted)
    world.run(60)
    after, sure = trait(world, "aggression")
    assert after < before - 0.15 and sure > unsure + 0.15
    (shown,) = [event for event in kinds(world, "TraitShown") if event.detail == TRAITS.index("aggression")]
    assert [cause.event for cause in world.chronicle.causes(shown.id)] == [deed]
    assert shown.amount == pytest.approx(world.one(ANN, Assessed).aggression)
    estimate = next(t for t in world.desk().dossier(ANN).traits if t.key == "aggression")
    assert estimate.confidence == pytest.approx(sure) and estimate.value < 90
    assert {t.confidence for t in world.desk(TRUTH).dossier(ANN).traits} == {1.0}


def test_deeds_nobody_hears_of_teach_the_office_nothing() -> None:
    world = hall(TemperSystem)
    world.one(ANN, Assessed).aggression = 0.9
    before = trait(world, "aggression")
    world.emit(Kind.Assaulted, who=ANN, whom=BOB)
    vague = world.emit(Kind.Assaulted, who=ANN, whom=BOB)
    world.knowledge.learn(world.tick, vague, Source.CAMERA, 0, 0.8, mask_of("place"))
    world.run(60)
    assert trait(world, "aggression") == before


@pytest.mark.parametrize("kind", list(DEEDS), ids=lambda kind: kind.name)
def test_every_deed_tells_of_traits_there_are(kind: Kind) -> None:
    assert all(key in TRAITS and 0 < weight <= 1 for key, weight in DEEDS[kind])


def sadden(world: World) -> None:
    world.everyone(Mind).mood[:] = -0.9
    world.everyone(Mind).stress[:] = 0.9


def brood(world: World) -> None:
    hidden = world.emit(Kind.Threatened, who=2, whom=1)
    think(world, 1, "threatened", hidden, 2)
    world.one(1, StateRoots).stress = hidden


@pytest.mark.parametrize("change", [sadden, brood], ids=lambda change: change.__name__)
def test_what_goes_on_in_a_man_does_not_leak_to_the_desk(change: Callable[[World], None]) -> None:
    def shown(world: World, knower: int) -> list[object]:
        desk = world.desk(knower)
        people = desk.people("inmate")
        minds: list[object] = [(desk.mind(p), desk.why_mood(p), desk.why_stress(p)) for p in people]
        return [*minds, desk.moods_by_room().tolist()]

    one, other = make(), make()
    for world in (one, other):
        world.run(moment(1, 13, 32) - world.tick)
    change(other)
    assert (one.everyone(NotedWhen).tick >= 0).any()
    assert shown(one, 0) == shown(other, 0)
    assert shown(one, TRUTH) != shown(other, TRUTH)


def test_thoughts_of_the_departed_go_with_them() -> None:
    world = make()
    think(world, 1, "refused", 1)
    world.one(1, Identity).status = Status.RELEASED
    world.one(1, Place).tile = world.one(1, Place).goal = 0
    world.run(MINUTES_PER_DAY)
    assert 1 not in world.people
    assert not faults(world)
    assert thoughts_of(world, 1).size == 0


def test_days_of_minds_are_sound_and_the_same_in_a_fork() -> None:
    world = make(seed=5)
    for _ in range(12):
        world.run(240)
        assert faults(world) == []
    other = fork(world)
    for each in (world, other):
        each.run(MINUTES_PER_DAY)
    assert digest(world) == digest(other)


def test_a_house_without_inmates_broods_over_nothing() -> None:
    cast = without(replace(BLOCK_CAST, ties=()), "inmate")
    world = make(cast=cast)
    world.run(MINUTES_PER_DAY)
    assert world.thoughts.n == 0
