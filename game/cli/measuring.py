"""Measuring: how fast the prison runs, and how long the window's frames take."""

import re
from pathlib import Path
from typing import Annotated

import typer

from game.cli.base import CANT, USAGE, app, load, stop

FIRST_SCENARIO = "oz.e01"


@app.command()
def bench(
    people: Annotated[str, typer.Option(help="Numbers of inmates.")] = "300,1000,2000,10000",
    rounds: Annotated[int, typer.Option(min=1, max=99, help="Interleaved rounds.")] = 3,
    seconds: Annotated[float, typer.Option(min=0.1, help="About how long each size is timed.")] = 40,
    json_file: Annotated[Path | None, typer.Option("--json", help="File for the figures.")] = None,
    window: Annotated[bool, typer.Option(help="Measure the window instead: how long frames take.")] = False,
    minutes: Annotated[
        float,
        typer.Option(min=0.0, max=120, help="With --window: minutes of play in all, instead of seconds."),
    ] = 0.0,
    in_view: Annotated[
        int, typer.Option("--crowd", min=0, max=20000, help="With --window: so many inmates in view.")
    ] = 0,
) -> None:
    """Measure how fast the prison runs, beside Mesa; or how long the window's frames take."""
    if window:
        _bench_window(min(seconds, 600.0), minutes, in_view)
        return
    if not re.fullmatch(r"\d+(,\d+)*", people):
        stop(f"--people {people}: should be numbers, such as 300,1000", USAGE)
    try:
        import benchmarks
    except ModuleNotFoundError as fault:
        stop(f"the benchmark needs {fault.name}: make bench installs it", CANT)
    raise typer.Exit(benchmarks.run([int(n) for n in people.split(",")], rounds, seconds, json_file))


def _bench_window(seconds: float, minutes: float, in_view: int) -> None:
    """Play without a display, `seconds` of each scene or `minutes` in all; print how long frames took."""
    from game.ui.frame_times import robbed, table, together
    from game.ui.measure import SCENES, measure

    if in_view:
        _bench_crowd(seconds, in_view)
        return
    found = measure(FIRST_SCENARIO, 60 * minutes / len(SCENES) if minutes else seconds)
    whole = together("all", found)
    print(table([*found, whole]))
    print(robbed(whole))


def _bench_crowd(seconds: float, inmates: int) -> None:
    """Show so many inmates at once, with the staff they need; print how long frames took."""
    from game.story.load import make_world
    from game.ui.frame_times import spread, table
    from game.ui.measure_crowd import measure_crowd

    try:
        from benchmarks.prison import open_crowd, oz
    except ModuleNotFoundError as fault:
        stop(f"the benchmark needs {fault.name}: it comes with the sources", CANT)
    found, least = measure_crowd(make_world(load(FIRST_SCENARIO), 1), open_crowd(*oz(), inmates), seconds)
    print(table(found))
    rates = ", ".join(f"{1000 / spread(times.wall).median:.0f} at {times.name}" for times in found)
    print(f"at least {least} people in view; frames a second at the median: {rates}")
