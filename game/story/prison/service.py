"""Wings, posts, regimes and keys of a prison, and the names by which its parts refer to one another."""

from collections.abc import Iterable

from game.sim.house.plan import PostPlan, RegimePlan, WingPlan
from game.story.prison.format import PrisonFile, RegimeEntry
from game.story.prison.site import Site
from game.story.reading.problem import did_you_mean

HOURS = 24


def name_wings(site: Site) -> None:
    """Fills the site's wings and checks the names of wings, regimes and keys throughout the file."""
    file = site.file
    site.wings.append(WingPlan(0, "", "", "service", ""))
    for key, entry in file.wings.items():
        site.wings.append(WingPlan(len(site.wings), key, entry.name, entry.kind, entry.regime))
        _known(site, ("wings", key, "regime"), "regime", entry.regime, file.regimes)
    for marker, room in file.rooms.items():
        if room.wing:
            _known(site, ("rooms", marker, "wing"), "wing", room.wing, file.wings)
        if marker in file.palette:
            site.report_at(("rooms", marker), "E204", f"'{marker}' is in the palette, too")
    for char, piece in file.palette.items():
        key_name = getattr(piece, "key", None)
        if key_name:
            _known(site, ("palette", char, "key"), "class of keys", key_name, file.keys)
    for role, ring in file.keyrings.items():
        for i, key_name in enumerate(ring):
            _known(site, ("keyrings", role, i), "class of keys", key_name, file.keys)


def man_posts(site: Site) -> tuple[PostPlan, ...]:
    """The posts, with their rooms looked up and their spots counted."""
    rooms = {room.key: room.id for room in site.rooms[1:]}
    wings = {wing.key: wing.id for wing in site.wings[1:]}
    posts = [PostPlan(0, "", "", "officer", (0,), "", (0, 0, 0), 0)]
    for key, entry in site.file.posts.items():
        for i, name in enumerate(entry.rooms):
            _known(site, ("posts", key, "rooms", i), "room", name, rooms)
        if entry.wing:
            _known(site, ("posts", key, "wing"), "wing", entry.wing, wings)
        where = tuple(rooms.get(name, 0) for name in entry.rooms)
        day, evening, night = entry.staff
        _check_spots(site, key, entry.spot or "", where[0], max(entry.staff))
        posts.append(
            PostPlan(
                len(posts), key, entry.name, entry.role, where, entry.spot or "", (day, evening, night),
                wings.get(entry.wing or "", 0), entry.minutes,
            )
        )  # fmt: skip
    return tuple(posts)


def _check_spots(site: Site, key: str, kind: str, room: int, wanted: int) -> None:
    """A post that names a kind of spot needs as many of them as people serve on it at once."""
    if not kind or not room:
        return
    there = sum(spot.room == room and spot.kind == kind for spot in site.spots)
    if there < wanted:
        message = f"{site.rooms[room].name} has {there} spots of the kind '{kind}', but {wanted} serve there"
        site.report_at(("posts", key, "spot"), "E217", message)


def regimes(file: PrisonFile) -> tuple[RegimePlan, ...]:
    """The regimes with all 24 hours: what begins goes on until the next begins, also over midnight."""
    return tuple(RegimePlan(key, entry.name, _hours(entry)) for key, entry in file.regimes.items())


def _hours(entry: RegimeEntry) -> tuple[str, ...]:
    doing = entry.hours[max(entry.hours)]
    hours = []
    for hour in range(HOURS):
        doing = entry.hours.get(hour, doing)
        hours.append(doing)
    return tuple(hours)


def _known(site: Site, path: tuple[str | int, ...], what: str, name: str, known: Iterable[str]) -> None:
    names = list(known)
    if name not in names:
        site.report_at(path, "E105", f"unknown {what} '{name}'", did_you_mean(name, names))
