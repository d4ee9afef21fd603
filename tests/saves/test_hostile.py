"""A damaged or hostile file never harms and never crashes: one line that names file and part, at once."""

import random
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from game.saves import SaveError, load_game, npy
from game.saves.container import HEADER_BYTES, Content
from game.saves.npy import MAGIC
from game.sim.engine.snapshot import digest
from game.sim.world import World
from game.story.scenario import Scenario
from tests.saves.forge import changed, members_of, npy_of, rewritten, sealed, zipped

ROOT = Path(__file__).parents[2]


def test_any_byte_that_is_wrong_is_found(blob: bytes, refuse: Callable[[bytes], str]) -> None:
    chance = random.Random(3)
    for at in [*range(HEADER_BYTES), *(chance.randrange(len(blob)) for _ in range(150))]:
        hurt = bytearray(blob)
        hurt[at] ^= 1 << chance.randrange(8)
        refuse(bytes(hurt))


def test_any_end_that_is_missing_is_found(blob: bytes, refuse: Callable[[bytes], str]) -> None:
    chance = random.Random(4)
    for length in [
        0,
        1,
        HEADER_BYTES - 1,
        HEADER_BYTES,
        len(blob) - 1,
        *(chance.randrange(len(blob)) for _ in range(40)),
    ]:
        refuse(blob[:length])
    assert "length" in refuse(blob + b"x")


def test_damage_under_a_right_checksum_gives_the_same_world_or_none(
    blob: bytes, tmp_path: Path, scenario: Scenario, played: World
) -> None:
    chance, path, refused = random.Random(5), tmp_path / "hostile.save", 0
    for _ in range(40):
        body = bytearray(blob[HEADER_BYTES:])
        body[chance.choice([chance.randrange(len(body)), -chance.randrange(1, 3000)])] = chance.randrange(256)
        path.write_bytes(sealed(bytes(body)))
        try:
            world = load_game(path, scenario).world
        except SaveError as fault:
            refused += 1
            assert str(fault).isprintable()
        else:
            assert digest(world) == digest(played)
    assert refused > 20


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"EMERALD\n", b"PK\x03\x04", b"\x80\x04\x95", bytes(100), b"{}"]
)
def test_files_that_are_something_else(content: bytes, refuse: Callable[[bytes], str]) -> None:
    assert "header" in refuse(content)


def test_a_replay_is_no_save(blob: bytes, refuse: Callable[[bytes], str]) -> None:
    assert "is no save" in refuse(sealed(blob[HEADER_BYTES:], Content.REPLAY))


def test_what_is_no_file_is_said_to_be_none(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.save", tmp_path / "a\x00b"):
        with pytest.raises(SaveError):
            load_game(path)


def i8(count: int) -> bytes:
    return np.zeros(count, "<i8").tobytes()


HEADERS = {
    "huge": npy_of("{'descr': '<i8', 'fortran_order': False, 'shape': (999999999, 999999), }"),
    "large": npy_of("{'descr': '<i8', 'fortran_order': False, 'shape': (9000000,), }"),
    "beyond": npy_of(f"{{'descr': '<i8', 'fortran_order': False, 'shape': ({10**40},), }}"),
    "negative": npy_of("{'descr': '<i8', 'fortran_order': False, 'shape': (-1,), }"),
    "object": npy_of("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", b"cos\nsystem\n"),
    "record": npy_of("{'descr': [('a', '<i8')], 'fortran_order': False, 'shape': (1,), }", i8(1)),
    "text": npy_of("{'descr': '<U9', 'fortran_order': False, 'shape': (1,), }", bytes(36)),
    "complex": npy_of("{'descr': '<c16', 'fortran_order': False, 'shape': (1,), }", bytes(16)),
    "big-endian": npy_of("{'descr': '>i8', 'fortran_order': False, 'shape': (1,), }", i8(1)),
    "fortran": npy_of("{'descr': '<i8', 'fortran_order': True, 'shape': (2, 2), }", i8(4)),
    "deep": npy_of("{'descr': '<i8', 'fortran_order': False, 'shape': (1, 1, 1), }", i8(1)),
    "scalar": npy_of("{'descr': '<i8', 'fortran_order': False, 'shape': (), }", i8(1)),
    "short": npy_of("{'descr': '<i8', 'fortran_order': False, 'shape': (3,), }", i8(2)),
    "long": npy_of("{'descr': '<i8', 'fortran_order': False, 'shape': (3,), }", i8(4)),
    "code": npy_of("__import__('os').system('true')"),
    "endless": MAGIC + struct.pack("<H", 65535) + b"{" * 100,
    "empty": b"",
    "newer": npy_of("{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }", i8(1), b"\x93NUMPY\x03\x00"),
    "pickle": b"\x80\x04\x95\x00\x00\x00\x00",
}


@pytest.mark.parametrize("header", HEADERS)
def test_arrays_with_headers_that_lie(header: str, blob: bytes, refuse: Callable[[bytes], str]) -> None:
    assert ": people.Place.npy: " in refuse(changed(blob, people__Place__npy=HEADERS[header]))


def test_arrays_of_another_size_or_type_than_belongs_there(
    blob: bytes, refuse: Callable[[bytes], str]
) -> None:
    assert "people.Needs.npy" in refuse(
        changed(blob, people__Needs__npy=members_of(blob)["people.Place.npy"])
    )
    assert "people.ids.npy" in refuse(changed(blob, people__ids__npy=members_of(blob)["people.Place.npy"]))
    assert "events.kind.npy" in refuse(changed(blob, events__kind__npy=members_of(blob)["seen.person.npy"]))


NAMES = [
    "../evil.npy",
    "/etc/passwd",
    "C:\\evil",
    "people/ids.npy",
    "evil.pkl",
    "people.ids.npy ",
    "évil.x.npy",
]


@pytest.mark.parametrize("name", NAMES)
def test_members_whose_names_lead_elsewhere(name: str, blob: bytes, refuse: Callable[[bytes], str]) -> None:
    members = [*members_of(blob).items(), (name, b"evil")]
    assert "may not be named" in refuse(sealed(zipped(members)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_that_are_there_twice(blob: bytes, refuse: Callable[[bytes], str]) -> None:
    members = members_of(blob)
    assert "twice" in refuse(sealed(zipped([*members.items(), ("meta.json", members["meta.json"])])))


def bombs(blob: bytes) -> Iterator[tuple[str, bytes]]:
    """Small files that become large, and lists that become many."""
    members = list(members_of(blob).items())
    yield "ratio", sealed(zipped([*members, ("bomb.Zeros.npy", bytes(20 << 20))], 9))
    yield "one", sealed(zipped([*members, ("bomb.Zeros.npy", bytes(66 << 20))]))
    yield "many", sealed(zipped([*members, *((f"bomb.Z{n}.npy", bytes(3 << 20)) for n in range(24))]))
    yield "meta", sealed(zipped([("meta.json", b" " * (2 << 20)), *members[1:]], 9))
    yield "state", sealed(zipped([members[0], ("state.json", b"[" * (8 << 20))], 9))
    yield "entries", sealed(zipped([(f"a.b{n}.npy", b"") for n in range(9000)]))
    yield "nested", changed(blob, state__json=b"[" * (3 << 20))
    yield "wide", changed(blob, state__json=b'{"columns":[' + b"[]," * 700_000 + b"[]]}")
    yield "digits", changed(blob, state__json=b'{"noted":' + b"9" * (1 << 20) + b"}")
    yield "entities", changed(blob, state__json=_entities(90_000))
    yield "crowd", _crowd(blob, 300_000)
    yield "lying size", _claiming(sealed(zipped(members)), 5)
    yield "large", blob + bytes(33 << 20)


def _entities(count: int) -> bytes:
    """A state of the right shape with nothing in it but entities."""
    some = b",".join([b'["a",1,[["Name",[]]]]'] * count)
    rest = b'"columns":{},"next_ids":{},"noted":0,"fields":{},"dice":{},"rules":{},"orders":[],"keys":{}'
    return b'{"entities":[' + some + b"]," + rest + b"}"


def _crowd(blob: bytes, count: int) -> bytes:
    """A save with more ties than there ever were, each of the right kind."""
    arrays = {
        "ids": np.arange(1, count + 1),
        "Ties": np.zeros((2, count)),
        "TieEnds": np.ones((3, count), "<i8"),
    }
    members = {f"ties__{name}__npy": npy.encode(values) for name, values in arrays.items()}
    return rewritten(
        changed(blob, **members), "state.json", lambda state: state["next_ids"].update(ties=count + 1)
    )


def _claiming(blob: bytes, size: int) -> bytes:
    """The same save whose first member says it unpacks to another size."""
    body = bytearray(blob[HEADER_BYTES:])
    at = body.rindex(b"PK\x01\x02", 0, body.index(b"state.json", body.index(b"PK\x01\x02")) + 1)
    body[at + 24 : at + 28] = struct.pack("<I", size)
    return sealed(bytes(body))


def test_no_hostile_file_takes_long_or_much_memory(blob: bytes, tmp_path: Path) -> None:
    hostile = [
        *bombs(blob),
        *((name, changed(blob, people__Place__npy=raw)) for name, raw in HEADERS.items()),
    ]
    for number, (_, data) in enumerate(hostile):
        (tmp_path / f"{number}.save").write_bytes(data)
    command = [sys.executable, "-m", "tests.saves.reader", str(tmp_path)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    seconds, kibibytes = (float(number) for number in ran.stdout.split())
    assert seconds < 1
    assert kibibytes < 300 << 10
