"""Credits: whose work this stands on, with versions and licences as the installed packages state them."""

import platform
from importlib import metadata

from game.saves.meta import GAME
from game.ui.kit import Area, rich, rich_height, safe, scroll_area
from game.ui.screens.page import Page, heading, panel
from game.ui.words import Words

WIDTH, HEIGHT = 760, 580
USED: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "type",
        (
            ("fontpkg-barlow", "Barlow"),
            ("fontpkg-barlow-condensed", "Barlow Condensed"),
            ("fontpkg-barlow-semi-condensed", "Barlow Semi Condensed"),
        ),
    ),
    ("icons", (("python-lucide", "Lucide"),)),
    (
        "code",
        (
            ("pygame-ce", "pygame-ce"),
            ("numpy", "NumPy"),
            ("esper", "esper"),
            ("pydantic", "Pydantic"),
            ("PyYAML", "PyYAML"),
            ("Babel", "Babel"),
            ("platformdirs", "platformdirs"),
            ("typer", "Typer"),
            ("rich", "Rich"),
            ("fontpkg", "fontpkg"),
        ),
    ),
)
"""By group: package, and the name it is known by."""
HELD = {"python-lucide": "ISC"}
"""Licence of what a package carries, where its metadata speak of the package alone."""
SHORT = {"MIT License": "MIT", "BSD License": "BSD", "LGPL v2.1": "LGPL-2.1", "ISC License": "ISC"}
"""Licences that are stated by their name, and what they are called for short."""
MAKERS = "© 2026 The Emerald City developers"
"""As LICENSE has it."""


def licence(package: str) -> str:
    """The licence a package states: its expression, its short text, or its classifier."""
    try:
        about = metadata.metadata(package)
    except metadata.PackageNotFoundError:
        return ""
    named = (about.get_all("License-Expression") or about.get_all("License") or [""])[0]
    if not named or len(named) > 80 or "\n" in named:
        found = [each for each in about.get_all("Classifier") or () if each.startswith("License ::")]
        named = found[-1].rpartition("::")[2].strip() if found else named.partition("\n")[0][:40]
    named = SHORT.get(named, named)
    held = HELD.get(package)
    return f"{held} / {named}" if held and named != held else named


def short_licence(words: Words, stated: str) -> str:
    """A licence on one line: of several that hold together, the first, and that there are others."""
    first, *others = stated.split(" AND ")
    return words("screens.credits.others", licence=first) if others else first


def version(package: str) -> str:
    """The version that is installed; empty when there is none."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


class Credits(Page):
    """Who made what."""

    def draw(self, screen: Area) -> None:
        """Draw the list."""
        ui, words = self.ui, self.words
        inner = panel(self, screen, WIDTH, HEIGHT)
        heading(self, inner, words("screens.credits.title"))

        def content(whole: Area) -> None:
            top = whole.y
            game = words("screens.credits.game", version=GAME)
            self._say(whole, "game", f"{game}\n[c=muted]{MAKERS}[/c]", "text")
            for group, packages in USED:
                whole.cut_top(ui.px(6))
                ui.caps(whole.cut_top(ui.px(20), ui.px(4)), words(f"screens.credits.{group}"))
                for package, name in packages:
                    self._package(whole.cut_top(ui.px(28), ui.px(2)), package, name)
            whole.cut_top(ui.px(12))
            python = words("screens.credits.python", version=platform.python_version())
            self._say(whole, "python", python)
            self._say(whole, "drawn", words("screens.credits.drawn"))
            self._say(whole, "unofficial", words("screens.credits.unofficial"))
            ui.scrolls["credits.height"] = whole.y - top

        scroll_area(ui, "credits", inner, ui.scrolls.get("credits.height", 0), content)

    def _say(self, whole: Area, name: str, text: str, colour: str = "muted") -> None:
        ui = self.ui
        high = rich_height(ui, text, whole.w, 14)
        rich(ui, f"credits.{name}", Area(whole.x, whole.y, whole.w, high), text, 14, colour)
        whole.cut_top(high, ui.px(10))

    def _package(self, line: Area, package: str, name: str) -> None:
        ui = self.ui
        ui.box(line, "card", 4)
        inner = line.inset(ui.px(12), 0)
        held, installed = safe(licence(package)), version(package)
        shown = short_licence(self.words, held) if installed else self.words("screens.credits.missing")
        ui.label(inner.cut_right(round(inner.w * 0.5)), shown, "muted", "body", 13, "right")
        ui.label(inner.cut_left(round(inner.w * 0.66)), name, "text", "strong", 14)
        ui.label(inner, installed, "muted", "small_number", 13)
