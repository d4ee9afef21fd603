"""The command line: play, run, test, lab, check, schema, shot, shots, bench, gallery, saves, replay.

Faults are one clear line on standard error: exit code 2 for a call that can't be understood, 3 for files that can't be
used, 4 where something the machine lacks is in the way.
"""

import json
import os
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.markup import escape

from game.sim.calendar import moment

if TYPE_CHECKING:
    from game.sim.world import World
    from game.story.scenario import Scenario

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
USAGE, BAD_FILE, CANT = 2, 3, 4
FIRST_SCENARIO = "oz.e01"
app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Emerald City: a prison, person by person.",
)
_shout = Console(stderr=True, highlight=False, soft_wrap=True)
ScenarioArgument = Annotated[
    str, typer.Argument(help="Name of a scenario, such as oz.e01 or e01, or path of its file.")
]
SeedOption = Annotated[int, typer.Option(min=0, help="The same seed gives the same prison.")]
LangOption = Annotated[str, typer.Option(help="Language: en or de; the system's, if left out.")]


def main() -> None:
    """Run the command line."""
    app()


def _stop(message: str, code: int) -> NoReturn:
    _shout.print(message, markup=False)
    raise typer.Exit(code)


def _load(name: str) -> "Scenario":
    """Load a scenario, or say in one line each what is wrong."""
    from game.story.load import BrokenFilesError, UnknownScenarioError, load_scenario
    from game.story.reading.problem import only_errors, render

    try:
        return load_scenario(name)
    except UnknownScenarioError as fault:
        _stop(str(fault), BAD_FILE if name.endswith((".yaml", ".yml")) else USAGE)
    except BrokenFilesError as fault:
        _stop(render(only_errors(fault.problems) or fault.problems), BAD_FILE)


@app.command()
def play(
    scenario: Annotated[
        str, typer.Argument(help="Scenario to begin with, by name or file; without one, the title shows.")
    ] = "",
    seed: SeedOption = 1,
    lang: LangOption = "",
) -> None:
    """Play in a window."""
    from game.saves import SaveError
    from game.story.load import find_scenario
    from game.ui.app import play as open_game
    from game.ui.window import NoDisplayError

    _check_language(lang)
    loaded = _load(scenario) if scenario else None
    file = find_scenario(scenario) if scenario else None
    try:
        open_game(loaded, file, seed, lang)
    except (NoDisplayError, SaveError) as fault:
        _stop(str(fault), CANT)


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

    loaded = _load(scenario)
    try:
        world = headless.start(loaded, seed, policy, _choices(choose or []))
    except headless.BadChoiceError as fault:
        _stop(str(fault), USAGE)
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
        _stop(f"can't write {fault.filename}: {fault.strerror}", BAD_FILE)
    if json_file == "-":
        print(text)
    elif not json_file:
        _tell(summary)


def _write_replay(world: "World", scenario: "Scenario", file: Path) -> None:
    from game.saves import SaveError, write_replay

    try:
        write_replay(world, scenario, file)
    except SaveError as fault:
        _stop(str(fault), BAD_FILE)


def _with_progress(world: "World", days: float, quiet: bool) -> None:
    from rich.progress import Progress

    from game import headless

    with Progress(console=_shout, disable=quiet, transient=True) as progress:
        task = progress.add_task("The days pass", total=max(1, round(days * 1440)))
        headless.run(world, days, lambda minutes: progress.advance(task, minutes))


def _tell(summary: dict[str, object]) -> None:
    from rich.table import Table

    table = Table(show_header=False, box=None)
    for key, value in summary.items():
        table.add_row(key, json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value)
    Console(highlight=False).print(table)


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

    loaded = _load(scenario)
    unknown = sorted({*(only or ())} - {str(key) for key in loaded.file.tests})
    if unknown:
        _stop(f"--only {unknown[0]}: {loaded.id} has {', '.join(loaded.file.tests) or 'no tests'}", USAGE)
    with Progress(console=_shout, transient=True) as bar:
        task = bar.add_task("Games", total=None)
        verdicts, outcomes = run_trials(
            loaded, find_scenario(scenario), only or (), seeds, workers,
            lambda done, every: bar.update(task, completed=done, total=every),
        )  # fmt: skip
    _print_rows(
        ("test", "games", "share", "asked", ""),
        [
            (v.trial, str(v.games), f"{v.share:.0%}", v.asked, "kept" if v.kept else "BROKEN")
            for v in verdicts
        ],
    )
    _print_rows(
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

    _load(scenario)
    with Progress(console=_shout, transient=True) as bar:
        task = bar.add_task("Prisons", total=seeds)
        found = laboratory.explore(
            find_scenario(scenario), days, seeds, policy, workers, lambda: bar.advance(task)
        )
    _print_rows(laboratory.headings(), list(laboratory.rows(found)))
    if told := laboratory.verdict(found):
        print(told)


def _print_rows(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    from rich.table import Table

    table = Table(box=None)
    for heading in headings:
        table.add_column(heading)
    for row in rows:
        table.add_row(*map(escape, row))
    Console(highlight=False).print(table)


def _choices(given: list[str]) -> dict[str, str]:
    choices = {}
    for text in given:
        beat, sign, option = text.partition("=")
        if not (beat and sign and option):
            _stop(f"--choose {text}: should be beat=option", USAGE)
        choices[beat] = option
    return choices


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
    _shout.print(f"{path}: {errors} errors, {len(problems) - errors} warnings", markup=False)
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
        _stop(f"there is no kind of file '{kind}'; there are {', '.join(FILES)}", USAGE)
    print(json.dumps(schema_of(kind), indent=2, ensure_ascii=False))


@app.command()
def shot(
    scenario: ScenarioArgument,
    at: Annotated[str, typer.Option(help="When: 'day 1 12:30'.")] = "day 1 12:30",
    size: Annotated[str, typer.Option(help="Width and height in pixels: 1600x900.")] = "1600x900",
    out: Annotated[Path, typer.Option(help="The PNG file to write.")] = Path("shot.png"),
    select: Annotated[
        str, typer.Option(help="Person whose dossier lies open: id, or name in the files.")
    ] = "",
    zoom: Annotated[float, typer.Option(min=0.5, max=2, help="Zoom of the map.")] = 1.0,
    scale: Annotated[float, typer.Option(min=1, max=2, help="Scale of the desk.")] = 1.0,
    sheet: Annotated[str, typer.Option(help="Panel that lies open: people, wings, posts or brief.")] = "",
    dialogs: Annotated[bool, typer.Option(help="Whether open questions show.")] = True,
    seed: SeedOption = 1,
    lang: LangOption = "en",
    policy: Annotated[str, typer.Option(help="Who answers for the warden until then.")] = "",
) -> None:
    """Draw the desk at some moment, without a display."""
    from game import headless
    from game.ui.shot import View
    from game.ui.shot import shot as draw

    tick, width_height = _moment(at), _size(size)
    _check_language(lang)
    loaded = _load(scenario)
    try:
        world = headless.start(loaded, seed, policy)
    except headless.BadChoiceError as fault:
        _stop(str(fault), USAGE)
    person = int(select) if select.isdigit() else world.id_of(select)
    if select and not world.desk(-1).exists(person):
        _stop(f"there is nobody '{select}'", USAGE)
    view = View(width_height, lang, scale, zoom, person, sheet=sheet, dialogs=dialogs)
    try:
        draw(world, tick, out, view, _texts(loaded), scenario=loaded)
    except OSError as fault:
        _stop(f"can't write {out}: {fault.strerror or fault}", BAD_FILE)


@app.command()
def shots(
    out: Annotated[Path, typer.Option(help="Folder for the pictures.")] = Path("shots"),
    only: Annotated[str, typer.Option(help="Only screens whose name begins so.")] = "",
) -> None:
    """Draw every screen in both languages and two sizes, without a display."""
    from game.ui.shots import shots as draw

    try:
        for path in draw(out, only):
            print(path)
    except OSError as fault:
        _stop(f"can't write {fault.filename or out}: {fault.strerror or fault}", BAD_FILE)


@app.command()
def bench(
    people: Annotated[str, typer.Option(help="Numbers of inmates.")] = "300,1000,2000,10000",
    rounds: Annotated[int, typer.Option(min=1, max=99, help="Interleaved rounds.")] = 3,
    seconds: Annotated[float, typer.Option(min=0.1, help="About how long each size is timed.")] = 40,
    json_file: Annotated[Path | None, typer.Option("--json", help="File for the figures.")] = None,
    window: Annotated[bool, typer.Option(help="Measure the window instead: how long frames take.")] = False,
    minutes: Annotated[
        float, typer.Option(min=0.0, max=120, help="With --window: minutes of play in all, instead of seconds.")
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
        _stop(f"--people {people}: should be numbers, such as 300,1000", USAGE)
    try:
        import benchmarks
    except ModuleNotFoundError as fault:
        _stop(f"the benchmark needs {fault.name}: make bench installs it", CANT)
    raise typer.Exit(benchmarks.run([int(n) for n in people.split(",")], rounds, seconds, json_file))


@app.command()
def gallery(
    shot: Annotated[Path | None, typer.Option(help="PNG file to write instead of opening a window.")] = None,
    lang: LangOption = "",
    palette: Annotated[
        str, typer.Option(help="Colours: standard, deuteranopia, protanopia or tritanopia.")
    ] = "standard",
    scale: Annotated[float, typer.Option(min=1, max=2, help="Scale of the desk.")] = 1.0,
    width: Annotated[int, typer.Option(min=800, max=4096, help="Width of the picture in pixels.")] = 1600,
) -> None:
    """Show every part of the desk in every state."""
    from game.ui.gallery import shot as draw
    from game.ui.gallery import show
    from game.ui.kit import palettes
    from game.ui.window import NoDisplayError

    _check_language(lang)
    if palette not in palettes():
        _stop(f"--palette {palette}: should be {', '.join(palettes())}", USAGE)
    try:
        if shot:
            draw(shot, lang or "en", palette, scale, width)
        else:
            show(lang, palette, scale)
    except OSError as fault:
        _stop(f"can't write {shot}: {fault.strerror or fault}", BAD_FILE)
    except NoDisplayError as fault:
        _stop(str(fault), CANT)


@app.command()
def saves(lang: LangOption = "") -> None:
    """List the saved games, newest first."""
    from rich.table import Table

    from game.saves import list_saves, saves_folder

    _check_language(lang)
    found = list_saves(lang or "en", pictures=False)
    if not found:
        _shout.print(f"there are no saves in {saves_folder()}", markup=False)
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
        with Progress(console=_shout, transient=True) as progress:
            task = progress.add_task("The days pass again", total=max(1, held.tick - START))
            found = play_back(held, progress=lambda ticks: progress.advance(task, ticks))
    except SaveError as fault:
        _stop(str(fault), BAD_FILE)
    if not found.same:
        _stop(f"{file}: {found.fault}", BAD_FILE)
    print(f"{file}: the same game to tick {found.tick}, {found.marks} marks agree")


def _bench_window(seconds: float, minutes: float, in_view: int) -> None:
    """Play without a display, `seconds` of each scene or `minutes` in all; print how long frames took."""
    from game.ui.frame_times import table, together
    from game.ui.measure import SCENES, measure

    if in_view:
        _bench_crowd(seconds, in_view)
        return
    found = measure(FIRST_SCENARIO, 60 * minutes / len(SCENES) if minutes else seconds)
    print(table([*found, together("all", found)]))


def _bench_crowd(seconds: float, inmates: int) -> None:
    """Show so many inmates at once, with the staff they need; print how long frames took."""
    from game.story.load import make_world
    from game.ui.frame_times import spread, table
    from game.ui.measure_crowd import measure_crowd

    try:
        from benchmarks.prison import open_crowd, oz
    except ModuleNotFoundError as fault:
        _stop(f"the benchmark needs {fault.name}: it comes with the sources", CANT)
    found, least = measure_crowd(make_world(_load(FIRST_SCENARIO), 1), open_crowd(*oz(), inmates), seconds)
    print(table(found))
    rates = ", ".join(f"{1000 / spread(times.wall).median:.0f} at {times.name}" for times in found)
    print(f"at least {least} people in view; frames a second at the median: {rates}")


def _texts(scenario: "Scenario") -> dict[str, dict[str, str]]:
    return {lang: dict(scenario.texts.of(lang)) for lang in ("en", "de")}


def _check_language(lang: str) -> None:
    if lang not in ("", "en", "de"):
        _stop(f"--lang {lang}: should be en or de", USAGE)


def _moment(text: str) -> int:
    """Read `day 3 14:30`."""
    match = re.fullmatch(r"day (\d{1,4}) (\d{1,2}):(\d{2})", text.strip())
    if match is None or int(match[1]) < 1 or int(match[2]) > 23 or int(match[3]) > 59:
        _stop(f"--at {text}: should be such as 'day 1 12:30'", USAGE)
    return moment(int(match[1]), int(match[2]), int(match[3]))


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if match is None or int(match[1]) < 800 or int(match[2]) < 500:
        _stop(f"--size {text}: should be such as 1600x900, 800x500 at the least", USAGE)
    return int(match[1]), int(match[2])
