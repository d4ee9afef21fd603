"""The shelf of saves: which file a save goes to, and the list of what is there, read without opening the games."""

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from game.saves import container
from game.saves.container import Content
from game.saves.disk import backup_file, read_at_most, remove, saves_folder
from game.saves.errors import PartError, SaveError
from game.saves.meta import FORMAT, Meta, in_language, meta_of
from game.saves.migrations import bring_up, format_of
from game.saves.picture import sound_picture
from game.saves.reading import contents_of, json_of
from game.story.reading.source import printable

SUFFIX = ".save"
AUTO_SLOTS = 3
LONGEST_NAME = 60
MOST_SAVES = 500
_LONGEST_SLUG = 32


@dataclass(frozen=True, slots=True)
class SaveInfo:
    """What the list shows of a save. `broken` holds the line that says why it can't be loaded; else it is empty."""

    path: Path
    name: str = ""
    """As the player gave it; empty for quick saves and autosaves."""
    scenario_id: str = ""
    title: str = ""
    """The scenario's title, in the language asked for."""
    day: int = 0
    time: str = ""
    """Time of day in the game, such as `14:05`."""
    saved_at: float = 0.0
    """Seconds since 1970."""
    kind: str = "named"
    """`named`, `quick` or `auto`."""
    picture: bytes | None = None
    """A PNG."""
    broken: str = ""
    reason: str = ""
    """Why it is broken, as in SaveError."""
    meta: Meta | None = None
    """All of its first page: inmates, capacity, seed, outcome …"""
    backup: Path | None = field(default=None)
    """The save it replaced last, if that is still there: can be loaded like any other."""


def clean(name: str) -> str:
    """Return a name without characters that have no business in one, of a length that fits."""
    shown = printable(unicodedata.normalize("NFC", name).replace("\n", " ").replace("\t", " "))
    return shown.strip()[:LONGEST_NAME].strip()


def file_of(name: str) -> Path:
    """Return the file of a named save: readable, the same for the same name, and never one of the system's names."""
    letters = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    slug = "-".join("".join(c if c.isalnum() else " " for c in letters).split())[:_LONGEST_SLUG].strip("-")
    mark = hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=4).hexdigest()
    return saves_folder() / f"game-{slug}-{mark}{SUFFIX}" if slug else saves_folder() / f"game-{mark}{SUFFIX}"


def quick_file() -> Path:
    """Return the file of the quick save."""
    return saves_folder() / f"quick{SUFFIX}"


def next_auto_file() -> Path:
    """Return the slot whose turn it is: a free one, or the oldest."""
    slots = [saves_folder() / f"auto-{number}{SUFFIX}" for number in range(1, AUTO_SLOTS + 1)]
    return min(slots, key=lambda slot: (_written(slot), slot.name))


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def list_saves(lang: str = "en", pictures: bool = True) -> list[SaveInfo]:
    """Return all saves, newest first; broken ones with what is wrong. Reads only first page and picture of each."""
    found = [info_of(path, lang, pictures) for path in _files()]
    return sorted(found, key=lambda info: (-info.saved_at, info.path.name))


def _files() -> Iterator[Path]:
    folder = saves_folder()
    try:
        names = sorted(path for path in folder.glob(f"*{SUFFIX}") if path.is_file())
    except OSError:
        return iter(())
    names.sort(key=_written, reverse=True)
    return iter(names[:MOST_SAVES])


def info_of(path: Path, lang: str = "en", pictures: bool = True) -> SaveInfo:
    """Return what the list shows of one save."""
    wanted = ["meta.json", *(["picture.png"] if pictures else [])]
    backup = backup_file(path) if backup_file(path).is_file() else None
    try:
        with path.open("rb") as file:
            members = container.peek(file, Content.SAVE, wanted)
        meta = _first_page(path, members)
    except (PartError, SaveError, OSError) as fault:
        line = _line(path, fault)
        return SaveInfo(
            path, saved_at=_written(path) / 1e9, broken=str(line), reason=line.reason, backup=backup
        )
    picture = members.get("picture.png")
    return SaveInfo(
        path, meta.name, meta.scenario, in_language(meta.title, lang, meta.lang), meta.day, meta.time,
        float(meta.saved_at), meta.kind, picture if picture and sound_picture(picture) else None,
        meta=meta, backup=backup,
    )  # fmt: skip


def _line(path: Path, fault: PartError | SaveError | OSError) -> SaveError:
    if isinstance(fault, OSError):
        return SaveError(path, "file", fault.strerror or str(fault), "unreadable")
    return fault.within(path) if isinstance(fault, PartError) else fault


def _first_page(path: Path, members: dict[str, bytes]) -> Meta:
    raw = json_of(members, "meta.json")
    if format_of(raw, "meta.json") < FORMAT:
        raw = bring_up(contents_of(read_at_most(path, container.MOST_BYTES))).meta
    return meta_of(raw)


def backup_of(path: Path) -> Path | None:
    """Return the save that this one replaced, if it is still there; it can be loaded like any other."""
    backup = backup_file(path)
    return backup if backup.is_file() else None


def delete_save(path: Path) -> None:
    """Delete a save with its backup; nothing outside the shelf."""
    if path.resolve().parent != saves_folder().resolve() or path.suffix != SUFFIX:
        raise SaveError(path, "deleting", "is none of the saves", "disk")
    remove(path)
