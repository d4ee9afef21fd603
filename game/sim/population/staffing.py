"""The roster: who serves on which post in which shift, and who is on duty when a world begins."""

from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.calendar import shift_of
from game.sim.house.plan import ROLES
from game.sim.house.uses import INDEX
from game.sim.people import Doing, Duty, Identity, Place, Status
from game.sim.population.cast import Cast

if TYPE_CHECKING:
    from game.sim.world import World

SHIFTS = 3


def assign_posts(world: "World", cast: Cast) -> None:
    """Share the posts out: those asked for first, then in the plan's order; who is left over joins the first posts.

    The shift that is on duty stands at its posts; the others are at home.
    """
    open_places = [
        (post.id, shift)
        for shift in range(SHIFTS)
        for post in world.plan.posts[1:]
        for _ in range(post.staff[shift])
    ]
    asked = {world.id_of(spec.key): spec for spec in cast.people if spec.key}
    for id in world.people.ids.tolist():
        role = ROLES[world.one(id, Identity).role]
        if role in ("inmate", "visitor"):
            continue
        spec = asked.get(id)
        wanted = (spec.post, spec.shift) if spec else ("", -1)
        _serve(world, id, *_place_for(world, open_places, role, *wanted))
    _begin(world)


def _place_for(
    world: "World", open_places: list[tuple[int, int]], role: str, post: str, shift: int
) -> tuple[int, int]:
    """Take the best open place for a role; with none left, any post of the role, on any shift."""
    posts = world.plan.posts
    mine = [place for place in open_places if posts[place[0]].role == role]
    fit = [p for p in mine if (not post or posts[p[0]].key == post) and (shift < 0 or p[1] == shift)]
    if fit or (mine and not post):
        chosen = (fit or mine)[0]
        open_places.remove(chosen)
        return chosen
    own = next((p.id for p in posts[1:] if p.key == post), 0)
    any_post = own or next((p.id for p in posts[1:] if p.role == role), 0)
    return any_post, max(shift, 0)


def _serve(world: "World", id: int, post: int, shift: int) -> None:
    duty = world.one(id, Duty)
    duty.post = duty.roster = post
    duty.shift = shift
    world.one(id, Identity).status = Status.AWAY


def _begin(world: "World") -> None:
    """Put the present shift at the entrance's disposal: they are in the rooms of their posts at once."""
    duty, place, doing = world.everyone(Duty), world.everyone(Place), world.everyone(Doing)
    identity, ground = world.everyone(Identity), world.ground
    rows = ((duty.shift == int(shift_of(world.tick))) & (duty.post > 0)).nonzero()[0]
    taken = set(place.tile.tolist())
    for row in rows.tolist():
        post = world.plan.posts[int(duty.post[row])]
        rooms = np.array(post.rooms, np.int64)
        spots = ground.spots_of(
            rooms.tolist(), (post.spot, "stand", "chair", "seat") if post.spot else ("stand", "chair", "seat")
        )
        free = [spot for spot in spots.tolist() if int(ground.spot_tile[spot]) not in taken]
        if not free:
            continue
        spot = free[0]
        taken.add(int(ground.spot_tile[spot]))
        duty.on[row] = 1
        identity.status[row] = Status.PRESENT
        place.tile[row] = ground.spot_tile[spot]
        place.goal[row] = spot
        place.room[row] = ground.spot_room[spot]
        place.pose[row], place.facing[row] = ground.spot_pose[spot], ground.spot_facing[spot]
        doing.use[row] = INDEX["duty"]
        doing.until[row] = world.tick + row % 10
