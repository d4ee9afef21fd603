"""What is printed and kept of the figures."""

import json
import os
import platform
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks.measure import SIDES, Figures

AIM_FULL = {300: 5000}
AIM_RATIO = {300: 12, 1000: 25, 2000: 40}
COLUMNS = ("inmates", "people", "ticks", "full", "reduced", "Mesa", "red./Mesa", "full/Mesa")


def show(console: Console, asked: list[int], all_figures: list[Figures]) -> None:
    """Print the tables."""
    console.print(_speeds(asked, all_figures))
    console.print(_systems(all_figures))
    first = all_figures[0]
    console.print(
        f"freeze + thaw at {first.inmates} inmates: {first.freeze_thaw_ms:.1f} ms · "
        f"a running world takes {first.memory_mb:.0f} MB"
    )
    console.print(
        "At the end of every round both sides of the reduced day were compared: the same tile, goal and doing of "
        "everyone, needs and chances to 1e-9, the same quarrels and ties."
    )


def _speeds(asked: list[int], all_figures: list[Figures]) -> Table:
    table = Table(
        title="Ticks a second from 06:00 on; medians of rounds, the sides by turns",
        box=box.SIMPLE_HEAD,
        caption="aims: full 5,000 at 300; reduced to Mesa 12× at 300, 25× at 1,000, 40× at 2,000",
    )
    for name in COLUMNS:
        table.add_column(name, justify="right", no_wrap=True)
    for size, figures in zip(asked, all_figures, strict=True):
        full, ratio = figures.ticks_per_second("full"), figures.ratio("reduced")
        table.add_row(
            f"{figures.inmates:,}",
            f"{figures.people:,}",
            f"{figures.ticks:,}",
            _judged(f"{full:,.0f}", full, AIM_FULL.get(size)),
            f"{figures.ticks_per_second('reduced'):,.0f}",
            f"{figures.ticks_per_second('mesa'):,.0f}",
            _judged(f"{ratio:.1f}×", ratio, AIM_RATIO.get(size)),
            f"{figures.ratio('full'):.1f}×",
        )
    return table


def _judged(text: str, value: float, aim: float | None) -> str:
    if aim is None:
        return text
    return f"[green]{text}[/]" if value >= aim else f"[red]{text}[/]"


def _systems(all_figures: list[Figures]) -> Table:
    table = Table(title="Full game: µs a tick by system, over all ticks", box=box.SIMPLE_HEAD)
    table.add_column("system")
    for figures in all_figures:
        table.add_column(f"{figures.inmates:,}", justify="right")
    for name in all_figures[0].systems_us:
        table.add_row(name, *(f"{figures.systems_us[name]:.1f}" for figures in all_figures))
    totals = [sum(figures.systems_us.values()) for figures in all_figures]
    table.add_row("all", *(f"{total:.1f}" for total in totals), style="bold", end_section=True)
    return table


def write(path: Path, all_figures: list[Figures]) -> None:
    """Keep the figures as JSON, with what they were measured on."""
    machine = {
        "python": platform.python_version(),
        "system": platform.platform(),
        "processors": os.cpu_count(),
        **{name: version(name) for name in ("numpy", "esper", "mesa")},
    }
    sizes = [
        asdict(figures)
        | {f"{side}_ticks_per_second": figures.ticks_per_second(side) for side in SIDES}
        | {f"{side}_to_mesa": figures.ratio(side) for side in SIDES[:2]}
        for figures in all_figures
    ]
    path.write_text(json.dumps({"machine": machine, "sizes": sizes}, indent=1) + "\n", encoding="utf-8")
