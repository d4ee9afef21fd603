"""Quarrels of the Mesa model: inmates side by side draw; the few whose draw is low enough look closer."""

from collections import Counter
from typing import TYPE_CHECKING

from game.sim.house.uses import INDEX
from game.sim.systems.quarrels import QuarrelSystem

if TYPE_CHECKING:
    from benchmarks.mesa_day import MesaDay
    from benchmarks.mesa_person import Person

SLEEP = INDEX["sleep"]
SAFETY = 5
Quarrel = tuple[int, int, int, int, float]
"""Tick, who, whom, room, chance."""


def let_quarrel(model: "MesaDay") -> None:
    """Draw for all pairs; let those who hit quarrel."""
    rules, uniform = model.quarrel_rules, model.dice["QuarrelSystem"].uniform
    base = rules.per_hour * QuarrelSystem.every / 60
    highest = base * rules.highest_factor
    near = []
    for a, b in pairs(model):
        drawn = uniform()
        if drawn < highest:
            near.append((a, b, drawn))
    if not near:
        return
    room_at = model.layout.room_at
    people = Counter(room_at[person.tile] for person in model.people)
    staff = {room_at[person.tile] for person in model.people if not person.inmate and person.tile}
    hits = []
    for a, b, drawn in near:
        chance = base * factors(model, a, b, people, staff)
        if drawn < chance:
            hits.append((a, b, min(1.0, chance)))
    for a, b, chance in hits:
        quarrel(model, a, b, chance)


def pairs(model: "MesaDay") -> list[tuple["Person", "Person"]]:
    """Return all pairs of inmates on neighbouring tiles of one room, awake."""
    at, room_at, width = model.at, model.layout.room_at, model.layout.width
    awake = [person for person in model.inmates if person.tile and person.use != SLEEP]
    found = []
    for step in (1, width, width + 1, width - 1):
        for person in awake:
            other = at.get(person.tile + step)
            if other is None or not other.inmate or other.use == SLEEP:
                continue
            if room_at[person.tile] == room_at[other.tile]:
                found.append((person, other))
    return found


def factors(model: "MesaDay", a: "Person", b: "Person", people: Counter[int], staff: set[int]) -> float:
    """Return how much likelier than average two are to quarrel."""
    rules, room = model.quarrel_rules, model.layout.room_at[a.tile]
    hate, regard = between(model, a, b)
    factor = 1 + rules.temper * (max(a.aggression, b.aggression) - 0.4)
    factor *= 1 + rules.hunger * max(a.needs[0], b.needs[0])
    factor *= 1 + rules.fatigue * max(a.needs[1], b.needs[1])
    factor *= 1 + rules.hate * hate
    factor *= 1 - rules.regard * max(regard, 0.0)
    factor *= 1 + rules.crowding * max(people[room] / model.layout.room_capacity[room] - 1, 0.0)
    return factor * (rules.officer if room in staff else 1.0)


def between(model: "MesaDay", a: "Person", b: "Person") -> tuple[float, float]:
    """Return the stronger hate and the weaker regard of two people."""
    there = model.ties.get((a.unique_id, b.unique_id))
    back = model.ties.get((b.unique_id, a.unique_id))
    hate = max(there[1] if there else 0.0, back[1] if back else 0.0)
    return hate, min(there[0], back[0]) if there and back else 0.0


def quarrel(model: "MesaDay", a: "Person", b: "Person", chance: float) -> None:
    """Let the hotter one shout at the other; both keep something of it."""
    rules = model.quarrel_rules
    if b.aggression > a.aggression:
        a, b = b, a
    model.quarrels.append((model.tick, a.unique_id, b.unique_id, model.layout.room_at[a.tile], chance))
    shift(model, b, a, rules.insult)
    shift(model, a, b, rules.insult / 2)
    for person in (a, b):
        person.needs[SAFETY] = min(1.0, person.needs[SAFETY] + rules.fright)


def shift(model: "MesaDay", who: "Person", whom: "Person", hate: float) -> None:
    """Change what one holds of another."""
    tie = model.ties.setdefault((who.unique_id, whom.unique_id), [0.0, 0.0])
    tie[0] = max(-1.0, tie[0] - hate)
    tie[1] = min(1.0, tie[1] + hate)
