"""Meals of the Mesa model: the head of each queue gets trays and seats, the others move up."""

from typing import TYPE_CHECKING

from game.sim.house.uses import INDEX, USES
from game.sim.systems.meals import MealSystem

if TYPE_CHECKING:
    from benchmarks.mesa_day import MesaDay
    from benchmarks.mesa_person import Person

EAT, QUEUE = INDEX["eat"], INDEX["queue"]


def serve_meals(model: "MesaDay") -> None:
    """Serve and move up, all queues together."""
    layout = model.layout
    lines: dict[int, list[Person]] = {}
    for person in model.people:
        queue = layout.queue_of[person.goal]
        if queue >= 0:
            lines.setdefault(queue, []).append(person)
    served: list[Person] = []
    waiting = {}
    trays = int(model.meals.trays_per_minute) * MealSystem.every
    for queue, line in sorted(lines.items()):
        line.sort(key=lambda person: layout.spot_order[person.goal])
        ready = [person for person in line[:trays] if not person.walking]
        served += ready
        waiting[queue] = [person for person in line if person not in ready]
    fed = seat(model, served)
    for queue, line in waiting.items():
        unfed = [p for p in served if p not in fed and layout.queue_of[p.goal] == queue]
        for person, spot in zip(unfed + line, layout.queues[queue], strict=False):
            if person.goal != spot:
                person.head(spot, QUEUE, person.until)


def seat(model: "MesaDay", served: list["Person"]) -> dict["Person", int]:
    """Give trays to as many as there are seats; return who got which."""
    fed: dict[Person, int] = {}
    if not served:
        return fed
    layout, dice = model.layout, model.dice["MealSystem"]
    taken = {person.goal for person in model.people}
    for person in served:
        room = layout.spot_room[person.goal]
        seats = [spot for spot in layout.spots_in.get((room, "seat"), ()) if spot not in taken]
        if seats:
            fed[person] = seats[dice.below(len(seats))]
            taken.add(fed[person])
    for person, spot in fed.items():
        person.head(spot, EAT, model.tick + USES[EAT].minutes - 5 + dice.below(11))
    return fed
