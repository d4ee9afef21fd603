"""Playing: in a window, without one, and over again."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

from game.cli.base import (
    BAD_FILE,
    CANT,
    USAGE,
    LangOption,
    ScenarioArgument,
    SeedOption,
    app,
    check_language,
    load,
    shout,
    stop,
)

if TYPE_CHECKING:
    from game.sim.world import World
    from game.story.scenario import Scenario


@app.command()
def play(
    scenario: Annotated[
        str, typer.Argument(help="Scenario to begin with, by name or file; without one, the title shows.")
    ] = "",
    seed: Annotated[
        int | None, typer.Option(min=0, help="The same seed gives the same prison; rolled, if left out.")
    ] = None,
    lang: LangOption = "",
) -> None:
    """Play in a window."""
    from game.saves import SaveError
    from game.story.load import find_scenario
    from game.ui.app import play as open_game
    from game.ui.window import NoDisplayError

    check_language(lang)
    loaded = load(scenario) if scenario else None
    file = find_scenario(scenario) if scenario else None
    try:
        open_game(loaded, file, seed, lang)
    except (NoDisplayError, SaveError) as fault:
        stop(str(fault), CANT)


@app.command()
def run(
    scenario: ScenarioArgument,
    days: Annotated[float, typer.Option(min=0, max=3650, help="Days to run; goes on past an outcome.")] = 1,
    seed: SeedOption = 1,
    policy: Annotated[
        str, typer.Option(help="Who answers for the warden; see the pack's policies.yaml.")
    ] = "",
    choose: Annotated[
        list[str] | None, typer.Option(help="An answer: beat=option. May be given again.")
    ] = None,
    json_file: Annotated[str, typer.Option("--json", help="File for the summary; - prints it.")] = "",
    events: Annotated[str, typer.Option(help="File for the true chronicle as JSON Lines.")] = "",
    replay_file: Annotated[
        Path | None, typer.Option("--replay", help="File for the replay: seed, orders, daily marks.")
    ] = None,
) -> None:
    """Run a scenario without a window."""
    from game import headless

    loaded = load(scenario)
    try:
        world = headless.start(loaded, seed, policy, _choices(choose or []))
    except headless.BadChoiceError as fault:
        stop(str(fault), USAGE)
    if replay_file:
        from game.saves import record

        record(world)
    _with_progress(world, days, quiet=json_file == "-")
    if replay_file:
        _write_replay(world, loaded, replay_file)
    summary = headless.summary(world, loaded)
    text = json.dumps(summary, indent=2, ensure_ascii=False)
    try:
        if events:
            headless.write(Path(events), "".join(f"{line}\n" for line in headless.lines(world)))
        if json_file and json_file != "-":
            headless.write(Path(json_file), text + "\n")
    except OSError as fault:
        stop(f"can't write {fault.filename}: {fault.strerror}", BAD_FILE)
    if json_file == "-":
        print(text)
    elif not json_file:
        _tell(summary)


def _write_replay(world: "World", scenario: "Scenario", file: Path) -> None:
    from game.saves import SaveError, write_replay

    try:
        write_replay(world, scenario, file)
    except SaveError as fault:
        stop(str(fault), BAD_FILE)


def _with_progress(world: "World", days: float, quiet: bool) -> None:
    from rich.progress import Progress

    from game import headless

    with Progress(console=shout, disable=quiet, transient=True) as progress:
        task = progress.add_task("The days pass", total=max(1, round(days * 1440)))
        headless.run(world, days, lambda minutes: progress.advance(task, minutes))


def _tell(summary: dict[str, object]) -> None:
    from rich.table import Table

    table = Table(show_header=False, box=None)
    for key, value in summary.items():
        table.add_row(key, json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value)
    Console(highlight=False).print(table)


def _choices(given: list[str]) -> dict[str, str]:
    choices = {}
    for text in given:
        beat, sign, option = text.partition("=")
        if not (beat and sign and option):
            stop(f"--choose {text}: should be beat=option", USAGE)
        choices[beat] = option
    return choices


@app.command()
def saves(lang: LangOption = "") -> None:
    """List the saved games, newest first."""
    from rich.table import Table

    from game.saves import list_saves, saves_folder

    check_language(lang)
    found = list_saves(lang or "en", pictures=False)
    if not found:
        shout.print(f"there are no saves in {saves_folder()}", markup=False)
        return
    table = Table(box=None)
    for heading in ("file", "kind", "name", "scenario", "game", "saved"):
        table.add_column(heading)
    for info in found:
        saved = datetime.fromtimestamp(info.saved_at).strftime("%Y-%m-%d %H:%M")
        told = info.broken or f"{info.title} ({info.scenario_id})"
        when = "" if info.broken else f"day {info.day} {info.time}"
        table.add_row(*map(escape, (info.path.name, info.kind, info.name, told, when, saved)))
    Console(highlight=False).print(table)


@app.command()
def replay(
    file: Annotated[Path, typer.Argument(help="A replay, as `run --replay` writes them.")],
) -> None:
    """Play a replay without a window, and find the first tick and column that differ."""
    from rich.progress import Progress

    from game.saves import SaveError, play_back, read_replay
    from game.sim.world import START

    try:
        held = read_replay(file)
        with Progress(console=shout, transient=True) as progress:
            task = progress.add_task("The days pass again", total=max(1, held.tick - START))
            found = play_back(held, progress=lambda ticks: progress.advance(task, ticks))
    except SaveError as fault:
        stop(str(fault), BAD_FILE)
    if not found.same:
        stop(f"{file}: {found.fault}", BAD_FILE)
    print(f"{file}: the same game to tick {found.tick}, {found.marks} marks agree")
