"""The command line: play, run, check, schema, shot, shots, bench.

Faults are one clear line on standard error: exit code 2 for a call that can't be understood, 3 for files that can't be
used, 4 where something the machine lacks is in the way.
"""

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console

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
def play(scenario: ScenarioArgument = FIRST_SCENARIO, seed: SeedOption = 1, lang: LangOption = "") -> None:
    """Play a scenario in a window."""
    from game.ui.app import play as open_game
    from game.ui.window import NoDisplayError

    loaded = _load(scenario)
    _check_language(lang)

    def make() -> "World":
        from game.story.load import make_world

        return make_world(loaded, seed)

    try:
        open_game(make, _texts(loaded), lang)
    except NoDisplayError as fault:
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
) -> None:
    """Run a scenario without a window."""
    from game import headless

    loaded = _load(scenario)
    try:
        world = headless.start(loaded, seed, policy, _choices(choose or []))
    except headless.BadChoiceError as fault:
        _stop(str(fault), USAGE)
    _with_progress(world, days, quiet=json_file == "-")
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
        draw(world, tick, out, view, _texts(loaded))
    except OSError as fault:
        _stop(f"can't write {out}: {fault.strerror or fault}", BAD_FILE)


@app.command()
def bench(
    people: Annotated[str, typer.Option(help="Numbers of inmates.")] = "300,1000,2000,10000",
    rounds: Annotated[int, typer.Option(min=1, max=99, help="Interleaved rounds.")] = 3,
    seconds: Annotated[float, typer.Option(min=0.1, help="About how long each size is timed.")] = 40,
    json_file: Annotated[Path | None, typer.Option("--json", help="File for the figures.")] = None,
) -> None:
    """Measure how fast the prison runs, beside Mesa."""
    if not re.fullmatch(r"\d+(,\d+)*", people):
        _stop(f"--people {people}: should be numbers, such as 300,1000", USAGE)
    try:
        import benchmarks
    except ModuleNotFoundError as fault:
        _stop(f"the benchmark needs {fault.name}: make bench installs it", CANT)
    raise typer.Exit(benchmarks.run([int(n) for n in people.split(",")], rounds, seconds, json_file))


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
