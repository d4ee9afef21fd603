"""Pictures are kept for the next start, and a spoilt cache is no more than a slow start."""

from pathlib import Path

import pygame
import pytest

from game.ui.art.atlas import Atlas, sources_crc
from game.ui.art.bank import Bank, decode, encode
from game.ui.art.canvas import Canvas

pytestmark = pytest.mark.usefixtures("surface")


def paint() -> pygame.Surface:
    canvas = Canvas(16, 16)
    canvas.oval(8, 8, 6, 6, (200, 80, 60))
    return canvas.picture()


def refuse() -> pygame.Surface:
    raise AssertionError("this picture should have been in the cache")


def test_what_was_drawn_is_there_after_a_restart(tmp_path: Path) -> None:
    first = Atlas(tmp_path / "art.npz")
    drawn = first.picture("dot", paint)
    first.save()
    again = Atlas(tmp_path / "art.npz").picture("dot", refuse)
    assert pygame.image.tobytes(again, "RGBA") == pygame.image.tobytes(drawn, "RGBA")


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"PK\x03\x04 half a zip"])
def test_a_damaged_cache_is_drawn_again(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "art.npz"
    file.write_bytes(damage)
    atlas = Atlas(file)
    assert atlas.picture("dot", paint).get_size() == (32, 32)
    atlas.save()
    assert "dot" in Atlas(file).pictures


def test_a_cache_cut_short_anywhere_is_drawn_again(tmp_path: Path) -> None:
    file = tmp_path / "art.npz"
    atlas = Atlas(file)
    atlas.picture("dot", paint)
    atlas.save()
    whole = file.read_bytes()
    for share in (0.1, 0.5, 0.9, 0.99):
        file.write_bytes(whole[: int(len(whole) * share)])
        assert Atlas(file).picture("dot", paint).get_size() == (32, 32)


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    atlas = Atlas(blocked / "art.npz")
    atlas.picture("dot", paint)
    atlas.save()


def test_nothing_half_written_stays_behind(tmp_path: Path) -> None:
    atlas = Atlas(tmp_path / "art-1.npz")
    atlas.picture("dot", paint)
    atlas.save()
    assert [file.name for file in tmp_path.iterdir()] == ["art-1.npz"]


def test_a_cache_of_another_version_of_the_art_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "art.npz"
    old = Atlas(file)
    old.picture("dot", paint)
    old.save()
    monkeypatch.setattr("game.ui.art.atlas.sources_crc", lambda: 1)
    assert not Atlas(file).pictures


def test_pictures_are_drawn_anew_when_the_art_changes(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("a = 1")
    before = sources_crc(tmp_path)
    (tmp_path / "one.py").write_text("a = 2")
    assert sources_crc(tmp_path) != before


def test_short_of_time_another_picture_of_the_same_person_stands_in() -> None:
    bank = Bank()
    look = bank.look_id(5, 0, 30, 1)
    south, north = (_key(look, facing) for facing in (0, 1))
    bank.start_frame(1000)
    ready = bank.sprites([south], 32)[0]
    bank.start_frame(-1)
    assert bank.sprites([north], 32)[0] is ready
    assert not bank.has(north, 32)
    bank.start_frame(1000)
    assert bank.sprites([north], 32)[0] is not ready
    assert bank.has(north, 32)


def test_a_stranger_is_a_silhouette_until_there_is_time() -> None:
    bank = Bank()
    key = _key(bank.look_id(5, 0, 30, 1), 0)
    bank.start_frame(-1)
    shadow = bank.sprites([key], 32)[0]
    bank.start_frame(1000)
    assert bank.sprites([key], 32)[0].get_size() == shadow.get_size()


def test_numbers_of_pictures_can_be_read_back() -> None:
    assert decode(int(_key(301, 3))) == (301, 1, 3, 2, True)


def _key(look: int, facing: int) -> int:
    return int(encode(look, 1, facing, 2, True))  # type: ignore[arg-type]
