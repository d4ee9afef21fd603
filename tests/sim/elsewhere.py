"""Run as a program, in another process or another Python: prints the digest of a prison given as a pickle.

Needs numpy and esper only. `python -m tests.sim.elsewhere FILE SEED TICKS DESK`; with DESK `1` the desk is read
after each tick, as if somebody drew it.
"""

import pickle
import sys
from pathlib import Path

from game.sim import open_prison
from game.sim.commands import LockWing, SetEye, SetRegime, UnlockWing
from game.sim.engine.snapshot import digest
from game.sim.world import World

ORDERS = {
    400: SetEye("person", 1),
    500: SetRegime(1, 9, "free"),
    700: LockWing(1),
    760: UnlockWing(1),
}


def live(world: World, ticks: int, drawn: bool = False) -> str:
    """Let minutes pass with a few orders at fixed times; return the digest."""
    for _ in range(ticks):
        if world.tick in ORDERS:
            world.order(ORDERS[world.tick])
        world.step()
        if drawn:
            desk = world.desk()
            desk.scene()
            desk.feed()
            [desk.dossier(person) for person in desk.people()[:3]]
    return digest(world)


if __name__ == "__main__":
    file, seed, ticks, drawn = sys.argv[1:]
    plan, cast = pickle.loads(Path(file).read_bytes())
    print(live(open_prison(plan, cast, int(seed)), int(ticks), drawn == "1"))
