"""`python -m benchmarks [--people 300,1000] [--rounds 3] [--seconds 40] [--json FILE]`."""

import argparse
import sys
from pathlib import Path

from benchmarks import PEOPLE, ROUNDS, SECONDS, run


def sizes(text: str) -> list[int]:
    """Read numbers of inmates, such as `300,1000`."""
    found = [int(part) for part in text.split(",")]
    if min(found) < 1:
        raise argparse.ArgumentTypeError("a prison needs inmates")
    return found


def positive(text: str) -> float:
    """Read a number above 0."""
    value = float(text)
    if not value > 0:
        raise argparse.ArgumentTypeError("has to be above 0")
    return value


def main() -> int:
    """Read the options and run."""
    parser = argparse.ArgumentParser(
        "python -m benchmarks", description="How fast the prison runs, beside Mesa."
    )
    parser.add_argument("--people", type=sizes, default=PEOPLE, help="inmates, such as 300,1000")
    parser.add_argument("--rounds", type=int, default=ROUNDS, choices=range(1, 100), metavar="N")
    parser.add_argument("--seconds", type=positive, default=SECONDS, help="about how long each size is timed")
    parser.add_argument("--json", type=Path, help="file to keep the figures in")
    given = parser.parse_args()
    if given.json and not given.json.resolve().parent.is_dir():
        parser.error(f"there is no folder for {given.json}")
    return run(given.people, given.rounds, given.seconds, given.json)


sys.exit(main())
