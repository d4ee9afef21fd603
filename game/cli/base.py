"""What all commands share: options, loading, and how a fault is said."""

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.markup import escape

if TYPE_CHECKING:
    from game.story.scenario import Scenario

USAGE, BAD_FILE, CANT = 2, 3, 4
"""Exit codes: a call that can't be understood, files that can't be used, something the machine lacks."""
app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Emerald City: a prison, person by person.",
)
shout = Console(stderr=True, highlight=False, soft_wrap=True)
ScenarioArgument = Annotated[
    str, typer.Argument(help="Name of a scenario, such as oz.e01 or e01, or path of its file.")
]
SeedOption = Annotated[int, typer.Option(min=0, help="The same seed gives the same prison.")]
LangOption = Annotated[str, typer.Option(help="Language: en or de; the system's, if left out.")]


def stop(message: str, code: int) -> NoReturn:
    """Say in a line what is wrong, and end with a code."""
    shout.print(message, markup=False)
    raise typer.Exit(code)


def load(name: str) -> "Scenario":
    """Load a scenario, or say in one line each what is wrong."""
    from game.story.load import BrokenFilesError, UnknownScenarioError, load_scenario
    from game.story.reading.problem import only_errors, render

    try:
        return load_scenario(name)
    except UnknownScenarioError as fault:
        stop(str(fault), BAD_FILE if name.endswith((".yaml", ".yml")) else USAGE)
    except BrokenFilesError as fault:
        stop(render(only_errors(fault.problems) or fault.problems), BAD_FILE)


def texts_of(scenario: "Scenario") -> dict[str, dict[str, str]]:
    """Return a scenario's texts in all languages of the game."""
    return {lang: dict(scenario.texts.of(lang)) for lang in ("en", "de")}


def check_language(lang: str) -> None:
    """Stop at a language that the game does not speak."""
    if lang not in ("", "en", "de"):
        stop(f"--lang {lang}: should be en or de", USAGE)


def print_rows(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Print a table."""
    from rich.table import Table

    table = Table(box=None)
    for heading in headings:
        table.add_column(heading)
    for row in rows:
        table.add_row(*map(escape, row))
    Console(highlight=False).print(table)
