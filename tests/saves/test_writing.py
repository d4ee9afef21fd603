"""Nothing is lost: whatever fails and whenever a game is killed, a save that was reported is there."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.saves import SaveError, hold_data_folder
from game.saves.container import Content, unpack
from game.saves.disk import backup_file, write_whole
from tests.saves.forge import changed
from tests.saves.writer import write_plain

ROOT = Path(__file__).parents[2]
CALLS = ("open", "write", "fsync", "replace", "link")
FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES)


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, int]]:
    """Saves that were reported and saves that were lost, by the way of writing."""
    if not hasattr(os, "fork"):
        pytest.skip("needs fork")
    command = [sys.executable, "-m", "tests.saves.writer", str(tmp_path_factory.mktemp("killed")), "20"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    whole, plain = ([int(number) for number in line.split()] for line in ran.stdout.splitlines())
    return {"whole": (whole[0], whole[1]), "plain": (plain[0], plain[1])}


def test_a_killed_game_has_lost_no_save_that_was_reported(killed: dict[str, tuple[int, int]]) -> None:
    saved, lost = killed["whole"]
    assert saved > 10
    assert lost == 0


def test_writing_over_the_old_file_would_lose_saves(killed: dict[str, tuple[int, int]]) -> None:
    assert killed["plain"][1] > 0


class Failing:
    """Lets the n-th call of those that touch the disk fail, all calls of one kind, or none; counts them."""

    def __init__(self, patch: pytest.MonkeyPatch, fault: int, at: int = -1, always: str = "") -> None:
        self.fault = fault
        self.at = at
        self.always = always
        self.calls: list[str] = []
        for name in CALLS:
            patch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.calls.append(name)
            if len(self.calls) - 1 == self.at or name == self.always:
                if name == "write":
                    real(args[0], args[1][: len(args[1]) // 2])
                raise OSError(self.fault, os.strerror(self.fault))
            if name == "write":
                return real(args[0], args[1][:50_000])
            return real(*args, **kwargs)

        return call


def is_whole(path: Path, *whole: bytes) -> bool:
    data = path.read_bytes() if path.exists() else b""
    return data in whole and bool(unpack(data, Content.SAVE))


def losses(
    write: Callable[[Path, bytes], None], folder: Path, old: bytes, new: bytes, fault: int
) -> list[str]:
    """Let each call fail in turn; return those after which no whole save was there, or another than reported."""
    found, at = [], 0
    while True:
        path = folder / f"{at}-{fault}.save"
        write_whole(path, old)
        with pytest.MonkeyPatch.context() as patch:
            failing, reported = Failing(patch, fault, at), True
            try:
                write(path, new)
            except (SaveError, OSError):
                reported = False
        name = failing.calls[at] if at < len(failing.calls) else ""
        if not is_whole(path, new) if reported else not is_whole(path, old, new):
            found.append(name)
        if not name:
            return found
        at += 1


def plain_by_calls(path: Path, data: bytes) -> None:
    """The naive way, through the same calls of the system."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        while data:
            data = data[os.write(handle, data) :]
    finally:
        os.close(handle)


@pytest.fixture(scope="session")
def newer(blob: bytes) -> bytes:
    return changed(blob, picture__png=None)


@pytest.mark.parametrize("fault", FAULTS)
def test_whichever_call_fails_a_whole_save_is_there(
    tmp_path: Path, blob: bytes, newer: bytes, fault: int
) -> None:
    assert losses(write_whole, tmp_path, blob, newer, fault) == []


def test_the_naive_way_fails_this_test(tmp_path: Path, blob: bytes, newer: bytes) -> None:
    assert "write" in losses(plain_by_calls, tmp_path, blob, newer, errno.ENOSPC)


@pytest.mark.parametrize("call", [call for call in CALLS if call != "link"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_disk_that_refuses_leaves_the_old_save_and_no_rubbish(
    tmp_path: Path, blob: bytes, newer: bytes, call: str, fault: int
) -> None:
    path = tmp_path / "one.save"
    write_whole(path, blob)
    with pytest.MonkeyPatch.context() as patch:
        Failing(patch, fault, always=call)
        with pytest.raises(SaveError) as refused:
            write_whole(path, newer)
    assert "\n" not in str(refused.value)
    assert str(refused.value).startswith("one.save: writing: not saved: ")
    assert refused.value.reason == ("full" if fault == errno.ENOSPC else "disk")
    assert is_whole(path, blob)
    assert not (tmp_path / ".one.save.part").exists()


@pytest.mark.parametrize("fault", FAULTS)
def test_where_links_don_t_work_the_old_save_is_copied(
    tmp_path: Path, blob: bytes, newer: bytes, fault: int
) -> None:
    path = tmp_path / "one.save"
    write_whole(path, blob)
    with pytest.MonkeyPatch.context() as patch:
        Failing(patch, fault, always="link")
        write_whole(path, newer)
    assert is_whole(path, newer)
    assert is_whole(backup_file(path), blob)


def test_the_file_and_its_folder_are_on_the_disk_before_it_is_reported(
    tmp_path: Path, blob: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = Failing(monkeypatch, errno.EIO)
    write_whole(tmp_path / "one.save", blob)
    order = [call for call in failing.calls if call in ("fsync", "replace")]
    assert order == ["fsync", "replace", "fsync"]


def test_a_draft_left_by_a_killed_game_is_no_save(tmp_path: Path, blob: bytes) -> None:
    draft = tmp_path / ".one.save.part"
    draft.write_bytes(blob[:1000])
    write_whole(tmp_path / "one.save", blob)
    assert not draft.exists()
    assert list(tmp_path.glob("*.save")) == [tmp_path / "one.save"]


def test_writing_over_a_file_the_naive_way_works_when_nothing_fails(tmp_path: Path, blob: bytes) -> None:
    write_plain(tmp_path / "one.save", blob)
    assert is_whole(tmp_path / "one.save", blob)


def test_a_second_game_is_told_that_one_is_running(tmp_path: Path) -> None:
    with hold_data_folder(tmp_path):
        with pytest.raises(SaveError, match="another game is running") as refused:
            hold_data_folder(tmp_path)
        assert refused.value.reason == "busy"
    hold_data_folder(tmp_path).release()


def test_a_lock_is_free_when_its_game_was_killed(tmp_path: Path) -> None:
    script = (
        "import sys, time, pathlib\nfrom game.saves.disk import hold_data_folder\n"
        "lock = hold_data_folder(pathlib.Path(sys.argv[1]))\nprint('held', flush=True)\ntime.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE
    ) as game:
        assert game.stdout is not None
        assert game.stdout.readline() == b"held\n"
        with pytest.raises(SaveError):
            hold_data_folder(tmp_path)
        game.kill()
    hold_data_folder(tmp_path).release()
