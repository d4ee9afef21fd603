"""Writes real saves over and over in a child process that is killed at random moments; says what was lost.

python -m tests.saves.writer FOLDER KILLS
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from game.saves import container
from game.saves.container import Content
from game.saves.disk import write_whole
from game.saves.errors import PartError
from game.saves.store import capture, encode
from game.story.load import load_scenario, make_world
from tests.saves.forge import PICTURE

BLOBS = 12


def write_plain(path: Path, data: bytes) -> None:
    """What a naive game does."""
    with path.open("wb") as file:
        for start in range(0, len(data), 4096):
            file.write(data[start : start + 4096])


def numbered(blobs: list[bytes], path: Path) -> int:
    """Which save a file is; -1 when it is none."""
    data = path.read_bytes()
    try:
        container.unpack(data, Content.SAVE)
    except PartError:
        return -1
    return blobs.index(data)


def child(path: Path, blobs: list[bytes], first: int, report: int, write: str) -> None:
    number = first
    while True:
        number += 1
        (write_whole if write == "whole" else write_plain)(path, blobs[number % BLOBS])
        os.write(report, b"%d\n" % number)


def main(folder: Path, kills: int) -> None:
    """Print, for the game's way of writing and for the naive one, how many saves were reported and how many lost."""
    scenario = load_scenario("oz.e01")
    world, blobs = make_world(scenario), list[bytes]()
    for _ in range(BLOBS):
        world.run(1)
        blobs.append(encode(capture(world, scenario, "killed", picture=PICTURE)))
    for write in ("whole", "plain"):
        print(*kill(folder / f"{write}.save", blobs, write, kills))


def kill(path: Path, blobs: list[bytes], write: str, kills: int) -> tuple[int, int]:
    """Kill a child that writes, again and again; return how many saves were reported, and how many lost."""
    chance, saved, lost = random.Random(11), 0, 0
    write_whole(path, blobs[0])
    for _ in range(kills):
        ends = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(ends[0])
            child(path, blobs, saved, ends[1], write)
        os.close(ends[1])
        time.sleep(chance.uniform(0.002, 0.04))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        with os.fdopen(ends[0], "rb") as reported:
            told = [int(line) for line in reported.read().split()]
        saved = told[-1] if told else saved
        found = numbered(blobs, path)
        # What was reported last is there, or the one after it, which was not reported any more.
        if found not in (saved % BLOBS, (saved + 1) % BLOBS):
            lost += 1
            write_whole(path, blobs[saved % BLOBS])
        elif found == (saved + 1) % BLOBS:
            saved += 1
    return saved, lost


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
