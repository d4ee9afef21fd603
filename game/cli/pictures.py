"""Pictures of the game, without a display."""

import re
from pathlib import Path
from typing import Annotated

import typer

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
    stop,
    texts_of,
)
from game.sim.engine.calendar import moment


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
    sheet: Annotated[
        str, typer.Option(help="Panel: people, wings, hours, posts, brief, requests, visits, infirmary.")
    ] = "",
    tab: Annotated[str, typer.Option(help="Page of the dossier: overview, mind or ties.")] = "overview",
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
    check_language(lang)
    loaded = load(scenario)
    try:
        world = headless.start(loaded, seed, policy)
    except headless.BadChoiceError as fault:
        stop(str(fault), USAGE)
    person = int(select) if select.isdigit() else world.id_of(select)
    if select and not world.desk(-1).exists(person):
        stop(f"there is nobody '{select}'", USAGE)
    view = View(width_height, lang, scale, zoom, person, sheet=sheet, tab=tab, dialogs=dialogs)
    try:
        draw(world, tick, out, view, texts_of(loaded), scenario=loaded)
    except OSError as fault:
        stop(f"can't write {out}: {fault.strerror or fault}", BAD_FILE)


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
        stop(f"can't write {fault.filename or out}: {fault.strerror or fault}", BAD_FILE)


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

    check_language(lang)
    if palette not in palettes():
        stop(f"--palette {palette}: should be {', '.join(palettes())}", USAGE)
    try:
        if shot:
            draw(shot, lang or "en", palette, scale, width)
        else:
            show(lang, palette, scale)
    except OSError as fault:
        stop(f"can't write {shot}: {fault.strerror or fault}", BAD_FILE)
    except NoDisplayError as fault:
        stop(str(fault), CANT)


def _moment(text: str) -> int:
    """Read `day 3 14:30`."""
    match = re.fullmatch(r"day (\d{1,4}) (\d{1,2}):(\d{2})", text.strip())
    if match is None or int(match[1]) < 1 or int(match[2]) > 23 or int(match[3]) > 59:
        stop(f"--at {text}: should be such as 'day 1 12:30'", USAGE)
    return moment(int(match[1]), int(match[2]), int(match[3]))


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if match is None or int(match[1]) < 800 or int(match[2]) < 500:
        stop(f"--size {text}: should be such as 1600x900, 800x500 at the least", USAGE)
    return int(match[1]), int(match[2])
