"""Plays the opening of Episode 1 in a real window, with real keys: Xvfb draws, xdotool types.

    python tests/window/play.py [--keep FOLDER]

Starts the game on a screen of its own, decides where Beecher sleeps, saves, goes to the full screen and back, and
leaves; then reads the save and looks whether the prison in it went as it was told. Exit code 0: it did. 3: Xvfb or
xdotool is missing. 1: it didn't.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
SIZE = "1600x1000x24"
WAIT_SECONDS = 60
MISSING = 3


@contextmanager
def screen() -> Iterator[str]:
    """Start a virtual screen; yield the name of its display."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


class Player:
    """Somebody at the keyboard."""

    def __init__(self, display: str, home: Path) -> None:
        self.env = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("SDL_", "XDG_"))},
            "DISPLAY": display,
            "HOME": str(home),
            "SDL_AUDIODRIVER": "dummy",
        }
        words = [sys.executable, str(ROOT / "main.py"), "play", "e01", "--seed", "1", "--lang", "en"]
        self.game = subprocess.Popen(words, env=self.env, cwd=ROOT)
        self.window = self._find()

    def _xdotool(self, *words: str) -> str:
        return subprocess.run(
            ["xdotool", *words], env=self.env, capture_output=True, text=True, check=False
        ).stdout

    def _find(self) -> str:
        end = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < end:
            found = self._xdotool("search", "--onlyvisible", "--pid", str(self.game.pid)).split()
            if found:
                return found[0]
            if self.game.poll() is not None:
                raise SystemExit("the game ended before it opened a window")
            time.sleep(0.2)
        raise SystemExit(f"no window within {WAIT_SECONDS} s")

    def press(self, *keys: str, after: float = 0.6) -> None:
        """Press keys one after the other."""
        for key in keys:
            self._xdotool("key", key)
            time.sleep(after)

    def size(self) -> tuple[int, int]:
        """How large the window is, in pixels."""
        words = self._xdotool("getwindowgeometry", "--shell", self.window).split()
        told = dict(word.split("=", 1) for word in words if "=" in word)
        return int(told.get("WIDTH", 0)), int(told.get("HEIGHT", 0))

    def becomes(self, size: tuple[int, int], seconds: float = 6.0) -> bool:
        """Whether the window is so large before long. Going to the full screen opens another one: it is found again."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.window = self._find()
            if self.size() == size:
                return True
            time.sleep(0.1)
        return False

    def resize(self, size: tuple[int, int]) -> None:
        """Pull at the window's corner."""
        self._xdotool("windowsize", self.window, *map(str, size))

    def hide(self, seconds: float) -> None:
        """Take the window off the screen for a while."""
        self._xdotool("windowunmap", self.window)
        time.sleep(seconds)
        self._xdotool("windowmap", self.window)
        time.sleep(0.3)
        self._xdotool("windowfocus", self.window)  # there is nobody on this screen who would do it

    def picture(self, folder: Path | None, name: str) -> None:
        """Keep a picture of the screen, if wanted and ImageMagick is there."""
        if folder and shutil.which("import"):
            subprocess.run(
                ["import", "-window", "root", str(folder / f"{name}.png")], env=self.env, check=False
            )

    def leave(self) -> int:
        """Quit by the pause menu, whose last entry that is; return the game's exit code, −1 if it goes on.

        A question that has come up in the meantime takes the first Escape for itself: then it is tried again.
        """
        for _ in range(4):
            self.press("Escape", "Up", "Return", after=1)
            for _ in range(3):
                if self.game.poll() is not None:
                    return self.game.returncode
                self.press("Return", after=1)
        return -1


def play(player: Player, home: Path, keep: Path | None) -> Path:
    """Past the notice and the briefing, to the first decision; take its second option, save; return the save."""
    time.sleep(10)
    player.picture(keep, "1-opened")
    player.press("Return", after=3)
    player.press("Return", after=10)
    player.press("5", after=6)
    player.picture(keep, "2-decision")
    player.press("2", "Return", "5", after=2)
    player.press("space", after=1)
    player.press("F5", after=3)
    player.picture(keep, "3-saved")
    saves = sorted(home.rglob("*.save"), key=lambda path: path.stat().st_mtime)
    if not saves:
        raise SystemExit("nothing was saved")
    return saves[-1]


def turn_screen(player: Player, keep: Path | None) -> None:
    """To the full screen and back, by key; small, to the full screen and back again; hidden for a moment."""
    first, small = player.size(), (1000, 640)
    full = tuple(int(part) for part in SIZE.split("x")[:2])
    for name, size in (("first", first), ("small", small)):
        if size != player.size():
            player.resize(size)
            time.sleep(0.5)
        player.press("F11", after=0.3)
        if not player.becomes((full[0], full[1])):
            raise SystemExit(f"the {name} window did not fill the screen")
        player.picture(keep, f"full-{name}")
        player.press("F11", after=0.3)
        if not player.becomes(size):
            raise SystemExit(f"the {name} window did not come back as it was, but as {player.size()}")
    player.resize(first)
    player.hide(0.5)
    if not player.becomes(first):
        raise SystemExit("the window did not come back after it was hidden")


def main() -> int:
    """Play, and judge by the save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="folder for pictures of the screen")
    keep: Path | None = parser.parse_args().keep
    missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    if missing:
        print(f"the real window was not tried: {' and '.join(missing)} missing")
        return MISSING
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        home = Path(folder)
        player = Player(display, home)
        try:
            save = play(player, home, keep)
            turn_screen(player, keep)
            code = player.leave()
        finally:
            player.game.kill()
        return judge(save, code)


def judge(save: Path, code: int) -> int:
    """Tell whether the saved prison went as it was told."""
    from game.saves import load_game
    from game.story.state import Story

    world = load_game(save).world
    story = world.component("story", 1, Story)
    chosen = story.chosen if story else {}
    print(f"saved on tick {world.tick}; chosen {chosen}; the game left with {code}")
    right = chosen.get("cell") == "rusk" and world.tick > 490 and code == 0
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
