"""Packs and scenarios: checked, described, tried over seeds."""

import json
from pathlib import Path
from typing import Annotated

import typer

from game.cli.base import (
    BAD_FILE,
    USAGE,
    ScenarioArgument,
    app,
    load,
    print_rows,
    shout,
    stop,
)


@app.command()
def check(
    path: Annotated[Path, typer.Argument(help="A pack's folder, one of its files, or a folder of packs.")],
) -> None:
    """Check a pack's files; all faults at once, each with its place and a way to mend it."""
    from game.story.load import check as check_files
    from game.story.reading.problem import only_errors, render

    problems = check_files(path)
    if problems:
        print(render(problems))
    errors = len(only_errors(problems))
    shout.print(f"{path}: {errors} errors, {len(problems) - errors} warnings", markup=False)
    if errors:
        raise typer.Exit(BAD_FILE)


@app.command()
def schema(
    kind: Annotated[str, typer.Argument(help="pack, prison, people, policies or scenario.")] = "scenario",
) -> None:
    """Print the JSON Schema of a kind of file, for editors."""
    from game.story.schema import FILES
    from game.story.schema import schema as schema_of

    if kind not in FILES:
        stop(f"there is no kind of file '{kind}'; there are {', '.join(FILES)}", USAGE)
    print(json.dumps(schema_of(kind), indent=2, ensure_ascii=False))


@app.command()
def test(
    scenario: ScenarioArgument,
    only: Annotated[list[str] | None, typer.Option(help="Only this trial; may be given again.")] = None,
    seeds: Annotated[
        int, typer.Option(min=0, max=1000, help="Fewer games than the file says; 0: as it says.")
    ] = 0,
    workers: Annotated[int, typer.Option(min=0, max=256, help="Games side by side; 0: one a core.")] = 0,
) -> None:
    """Play a scenario's own tests over seeds, and tell which of its promises hold."""
    from rich.progress import Progress

    from game.story.load import find_scenario
    from game.story.trials import run_trials

    loaded = load(scenario)
    unknown = sorted({*(only or ())} - {str(key) for key in loaded.file.tests})
    if unknown:
        stop(f"--only {unknown[0]}: {loaded.id} has {', '.join(loaded.file.tests) or 'no tests'}", USAGE)
    with Progress(console=shout, transient=True) as bar:
        task = bar.add_task("Games", total=None)
        verdicts, outcomes = run_trials(
            loaded, find_scenario(scenario), only or (), seeds, workers,
            lambda done, every: bar.update(task, completed=done, total=every),
        )  # fmt: skip
    print_rows(
        ("test", "games", "share", "asked", ""),
        [
            (v.trial, str(v.games), f"{v.share:.0%}", v.asked, "kept" if v.kept else "BROKEN")
            for v in verdicts
        ],
    )
    print_rows(
        ("played", "outcomes"),
        [
            (name, ", ".join(f"{key or 'none'} {n}" for key, n in sorted(of.items())))
            for name, of in outcomes.items()
        ],
    )
    if not all(each.kept for each in verdicts):
        raise typer.Exit(1)


@app.command()
def lab(
    scenario: ScenarioArgument = "ordinary",
    days: Annotated[float, typer.Option(min=0.1, max=3650, help="Days to run each prison.")] = 182,
    seeds: Annotated[int, typer.Option(min=1, max=1000, help="How many prisons, from seed 1 on.")] = 10,
    policy: Annotated[str, typer.Option(help="Who answers for the warden.")] = "",
    workers: Annotated[int, typer.Option(min=0, max=256, help="Prisons side by side; 0: one a core.")] = 0,
) -> None:
    """Run a prison for months over seeds, and print what happens in it by the day."""
    from rich.progress import Progress

    from game import lab as laboratory
    from game.story.load import find_scenario

    load(scenario)
    with Progress(console=shout, transient=True) as bar:
        task = bar.add_task("Prisons", total=seeds)
        found = laboratory.explore(
            find_scenario(scenario), days, seeds, policy, workers, lambda: bar.advance(task)
        )
    print_rows(laboratory.headings(), list(laboratory.rows(found)))
    if told := laboratory.verdict(found):
        print(told)
