"""From prison.yaml to a plan: read, bind, draw, check. All faults are told at once."""

from dataclasses import dataclass
from pathlib import Path

from game.sim.house.plan import PrisonPlan
from game.story.prison.doors import hang_doors
from game.story.prison.flood import find_rooms
from game.story.prison.format import PrisonFile
from game.story.prison.furnish import furnish
from game.story.prison.reach import check_ways
from game.story.prison.service import man_posts, name_wings, regimes
from game.story.prison.site import Site, lay_out
from game.story.prison.standing import add_standing
from game.story.reading.bind import bind
from game.story.reading.nodes import Node
from game.story.reading.parse import parse
from game.story.reading.problem import Problem
from game.story.reading.source import Source, read_source


@dataclass(slots=True)
class ReadPrison:
    """A prison file as it was read; what could not be made of it is None, and its problems say why."""

    source: Source
    file: PrisonFile | None = None
    root: Node | None = None
    plan: PrisonPlan | None = None


def load_prison(path: Path | str) -> tuple[PrisonPlan | None, list[Problem]]:
    """The plan of a prison file and what is wrong with it; no plan if anything is an error."""
    read = read_prison(read_source(Path(path)))
    return read.plan, sorted(read.source.problems)


def read_prison(source: Source) -> ReadPrison:
    """Reads a prison from its source."""
    root = parse(source)
    file = bind(PrisonFile, root, source) if root is not None else None
    if file is None or root is None:
        return ReadPrison(source, None, root)
    return ReadPrison(source, file, root, build(file, root, source))


def build(file: PrisonFile, root: Node, source: Source) -> PrisonPlan | None:
    """Draws the plan of a file step by step, each step reporting what it finds wrong."""
    site = lay_out(file, root, source)
    if site is None:
        return None
    name_wings(site)
    find_rooms(site)
    furnish(site)
    hang_doors(site)
    check_ways(site)
    add_standing(site)
    plan = _plan(site)
    return plan if source.sound else None


def _plan(site: Site) -> PrisonPlan:
    file = site.file
    for array in (site.wall, site.floor, site.room_at, site.door_at, site.walk):
        array.setflags(write=False)
    return PrisonPlan(
        key=file.prison, name=file.name, width=site.width, height=site.height,
        rooms=tuple(site.rooms), wings=tuple(site.wings), doors=tuple(site.doors),
        pieces=tuple(site.pieces), spots=tuple(site.spots), posts=man_posts(site), regimes=regimes(file),
        keys=tuple(file.keys), keyrings={role: tuple(ring) for role, ring in file.keyrings.items()},
        wall=site.wall, floor=site.floor, room_at=site.room_at, door_at=site.door_at, walk=site.walk,
    )  # fmt: skip
