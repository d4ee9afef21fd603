"""How fast the prison runs, beside the same reduced day in Mesa 3, in one run: `python -m benchmarks`."""

from pathlib import Path

PEOPLE = [300, 1000, 2000, 10000]
ROUNDS = 3
SECONDS = 40.0
"""About how long each size is timed."""


def run(
    people: list[int] = PEOPLE, rounds: int = ROUNDS, seconds: float = SECONDS, json_path: Path | None = None
) -> int:
    """Measure and print; return 0, or 1 when the Mesa side did not come to the same day."""
    from rich.console import Console

    from benchmarks import report
    from benchmarks.measure import NotTheSameError, measure, memory_mb
    from benchmarks.prison import oz

    console = Console()
    plan, cast = oz()
    found = []
    for size in people:
        with console.status(f"{size:,} inmates: full game, reduced day and Mesa by turns"):
            try:
                found.append(measure(plan, cast, size, rounds, seconds))
            except NotTheSameError as error:
                console.print(f"[red]The two reduced days differ:[/] {error}")
                return 1
    found[0].memory_mb = memory_mb(plan, cast, people[0])
    report.show(console, people, found)
    if json_path:
        report.write(json_path, found)
    return 0
