"""The rules of the house, read off the sources: which way imports point, and what `game/sim` may do at all."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[1]
GAME = ROOT / "game"
SIM = GAME / "sim"
ROOMS = {
    "game.sim": set[str](),
    "game.story": {"game.sim"},
    "game.saves": {"game.sim", "game.story"},
    "game.foresight": {"game.sim", "game.story"},
    "game.ui": {"game.sim", "game.story", "game.saves", "game.foresight"},
}
"""Each room of the house and the rooms it may look into. Modules beside them, such as `game.cli`, look into all; none
of the rooms looks at them."""

STDLIB_IN_SIM = {
    "bisect", "collections", "contextlib", "dataclasses", "enum", "functools", "hashlib", "itertools", "json", "types",
    "typing", "weakref", "zlib",
}  # fmt: skip
"""No clock, no files, no randomness, no threads, and no `math`: its functions differ between machines."""

NUMPY_IN_SIM = {
    "arange", "argsort", "array", "array_split", "asarray", "ascontiguousarray", "bincount", "bool_", "broadcast_to",
    "concatenate", "count_nonzero", "cumsum", "diff", "dtype", "empty", "eye", "float64", "full", "iinfo", "int16",
    "int32", "int64", "int8", "isin", "maximum", "minimum", "nonzero", "ones", "repeat", "searchsorted", "sqrt",
    "stack", "take", "tile", "uint64", "uint8", "union1d", "unique", "where", "zeros",
}  # fmt: skip
"""Exact on every machine: comparisons, integers, moving values about, + − × ÷ and square roots."""

METHODS_IN_SIM = {
    "all", "any", "argmax", "argmin", "argsort", "astype", "copy", "fill", "flags", "item", "max", "mean", "min",
    "nonzero", "ravel", "reshape", "searchsorted", "setflags", "size", "sum", "take", "tobytes", "tolist", "view",
}  # fmt: skip
"""Methods of arrays: the same rule."""
SHARED_WITH_PYTHON = {"sort"}
"""Method names that lists have, too."""
SUMS_OF_WHOLE_NUMBERS = {"capacity", "staff"}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def sources(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and name of all that a module imports, wherever in it."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            names = (
                [f"game.{name.name}" for name in node.names] if node.module == "game" else [node.module or ""]
            )
            for name in names:
                yield node.lineno, name


def room_of(module: str) -> str:
    """Return the room of a module, `game` for what stands above all rooms, and nothing for what is foreign."""
    above = module.partition(".")[0] == "game" and module not in ("game", "game.__version__")
    own = "game" if above else ""
    return next((room for room in ROOMS if f"{module}.".startswith(f"{room}.")), own)


def told(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}: {ast.unparse(node)}"


def test_imports_point_one_way() -> None:
    wrong = []
    for path in sources(GAME):
        here = room_of(module_name(path))
        for line, name in imports(path):
            there = room_of(name)
            if here != "game" and there and there != here and there not in ROOMS[here]:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert wrong == []


def test_the_prison_imports_numpy_esper_and_little_else() -> None:
    wrong = []
    for path in sources(SIM):
        for line, name in imports(path):
            top = name.partition(".")[0]
            if top not in STDLIB_IN_SIM | {"numpy", "esper"} and not f"{name}.".startswith("game.sim."):
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert wrong == []


def test_only_the_prison_imports_esper() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for path in sources(GAME)
        if SIM not in path.parents and any(name.partition(".")[0] == "esper" for _, name in imports(path))
    ]
    assert wrong == []


def test_the_story_needs_no_window() -> None:
    for path in sources(GAME / "story"):
        assert not {"pygame", "typer", "rich"} & {name.partition(".")[0] for _, name in imports(path)}, path


@pytest.mark.parametrize("path", sources(GAME), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(tree_of(path))


def test_every_system_opens_with_its_rule_in_one_sentence() -> None:
    from game.sim.systems import SCHEDULE

    for system in SCHEDULE:
        first = (system.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
        assert first.endswith("."), system
        assert 20 < len(first) < 240, f"{system.__name__}: {first}"
        assert not first.startswith(("This", "A system", "System")), system


def test_the_rules_of_all_systems_stand_beside_them_as_frozen_dataclasses() -> None:
    import game.sim
    from game.sim.engine.rules import Rules

    for module in pkgutil.walk_packages(game.sim.__path__, "game.sim."):
        importlib.import_module(module.name)
    for kind in Rules.__subclasses__():
        assert kind.__dataclass_params__.frozen, kind  # type: ignore[attr-defined]
        assert kind.__doc__, kind


def sim_nodes(*kinds: type[ast.AST]) -> Iterator[tuple[Path, ast.AST]]:
    for path in sources(SIM):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, kinds):
                yield path, node


def test_the_prison_uses_only_what_is_exact_of_numpy() -> None:
    wrong = []
    for path, node in sim_nodes(ast.Attribute):
        assert isinstance(node, ast.Attribute)
        allowed = NUMPY_IN_SIM | ({"random"} if path.name == "dice.py" else set())
        if isinstance(node.value, ast.Name) and node.value.id == "np" and node.attr not in allowed:
            wrong.append(told(path, node))
    for path, node in sim_nodes(ast.ImportFrom):
        assert isinstance(node, ast.ImportFrom)
        if (node.module or "").startswith("numpy") and node.module != "numpy.typing":
            wrong.append(told(path, node))
    assert wrong == []


def test_the_dice_take_only_raw_words_from_numpy() -> None:
    used = {
        ast.unparse(node)
        for node in ast.walk(tree_of(SIM / "engine" / "dice.py"))
        if isinstance(node, ast.Attribute) and ast.unparse(node).startswith("np.random.")
    }
    assert used == {"np.random.PCG64", "np.random.SeedSequence"}


def test_the_prison_calls_only_exact_methods_of_arrays() -> None:
    methods = {name for name in dir(np.ndarray) if not name.startswith("_")}
    forbidden = methods - METHODS_IN_SIM - SHARED_WITH_PYTHON
    wrong = [
        told(path, node)
        for path, node in sim_nodes(ast.Call)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in forbidden
        and ast.unparse(node.func.value) not in ("np", "json")
    ]
    assert wrong == []


def test_sorting_is_stable() -> None:
    wrong = []
    for path, node in sim_nodes(ast.Call):
        assert isinstance(node, ast.Call)
        stable = any(k.arg == "kind" and ast.unparse(k.value) == "'stable'" for k in node.keywords)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "argsort" and not stable:
            wrong.append(told(path, node))
    assert wrong == []


def test_the_prison_has_no_small_floats() -> None:
    small = {"float32", "float16", "single", "half", "longdouble", "f4", "<f4", "f2", "<f2"}
    wrong = []
    for path, node in sim_nodes(ast.Attribute, ast.Constant):
        name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "value", None)
        if isinstance(name, str) and name in small:
            wrong.append(told(path, node))
    assert wrong == []


def test_the_prison_raises_to_no_power_and_multiplies_no_matrices() -> None:
    wrong = []
    for path, node in sim_nodes(ast.BinOp):
        assert isinstance(node, ast.BinOp)
        fixed = ast.unparse(node) == "2.0 ** (-53)" or ast.unparse(node) == "2.0 ** -53"
        if isinstance(node.op, ast.MatMult) or (isinstance(node.op, ast.Pow) and not fixed):
            wrong.append(told(path, node))
    assert wrong == []


def test_the_prison_never_asks_for_a_hash_an_address_or_the_outside() -> None:
    forbidden = {
        "hash",
        "id",
        "open",
        "input",
        "print",
        "eval",
        "exec",
        "globals",
        "__import__",
        "pow",
        "round",
    }
    wrong = [
        told(path, node)
        for path, node in sim_nodes(ast.Call)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in forbidden
    ]
    assert wrong == []


def test_python_sums_only_whole_numbers_and_only_for_the_desk() -> None:
    wrong = []
    for path, node in sim_nodes(ast.Call):
        assert isinstance(node, ast.Call)
        if not (isinstance(node.func, ast.Name) and node.func.id == "sum"):
            continue
        summed = node.args[0].elt if isinstance(node.args[0], ast.GeneratorExp) else node.args[0]
        whole = isinstance(summed, ast.Call) and ast.unparse(summed.func) in ("bool", "int", "len")
        whole |= any(f".{name}" in ast.unparse(summed) for name in SUMS_OF_WHOLE_NUMBERS)
        if SIM / "desk" not in path.parents or not whole:
            wrong.append(told(path, node))
    assert wrong == []


ORDERLESS = ("set", "frozenset")
IN_SOME_ORDER = {"list", "tuple", "enumerate", "zip", "iter", "next", "map", "filter", "reversed", "fromkeys", "array",
                 "asarray", "join", "extend", "chain", "pick", "shuffle"}  # fmt: skip
"""Calls that read their argument from front to back."""


def set_names(tree: ast.Module) -> set[str]:
    """Return the names and fields of a module that ever hold a set."""
    names = set()
    for node in ast.walk(tree):
        hint = getattr(node, "annotation", None)
        if isinstance(node, ast.Assign) and is_set(node.value, set()):
            names.add(ast.unparse(node.targets[0]))
        elif hint is not None and ast.unparse(hint).startswith(("set[", "frozenset[")):
            names.add(node.arg if isinstance(node, ast.arg) else ast.unparse(node.target))  # type: ignore[attr-defined]
    return names


def is_set(node: ast.expr, names: set[str]) -> bool:
    """Tell whether an expression is a set, as far as the source shows it."""
    if isinstance(node, ast.Set | ast.SetComp):
        return True
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ORDERLESS:
        return True
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub | ast.BitXor):
        return is_set(node.left, names) or is_set(node.right, names)
    return isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node) in names


def walked(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the expressions that a node goes through one by one."""
    if isinstance(node, ast.For | ast.comprehension):
        yield node.iter
    elif isinstance(node, ast.Starred):
        yield node.value
    elif isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in IN_SOME_ORDER:
            yield from node.args


def sets_gone_through(tree: ast.Module) -> list[ast.AST]:
    names = set_names(tree)
    return [node for node in ast.walk(tree) for expression in walked(node) if is_set(expression, names)]


def test_the_prison_goes_through_no_set() -> None:
    assert [told(path, node) for path in sources(SIM) for node in sets_gone_through(tree_of(path))] == []


@pytest.mark.parametrize(
    "source",
    [
        "for x in {1, 2}: pass",
        "a = set(b)\nfor x in a: pass",
        "c = [x for x in {y for y in z}]",
        "list(frozenset(a) - {1})",
        "def f(seen: set[int]): return list(seen)",
        "self.a: set[int] = b\n[*self.a]",
        "dict.fromkeys(set(x))",
    ],
)
def test_the_scan_for_sets_finds_them(source: str) -> None:
    assert sets_gone_through(ast.parse(source))


@pytest.mark.parametrize(
    "source", ["x in {1, 2}", "for x in sorted({1, 2}): pass", "a = set(b)\nlen(a)", "for x in {1: 2}: pass"]
)
def test_the_scan_for_sets_lets_pass_what_has_an_order(source: str) -> None:
    assert not sets_gone_through(ast.parse(source))


def test_no_module_of_the_prison_is_long() -> None:
    long = {str(p.relative_to(ROOT)): n for p in sources(SIM) if (n := len(p.read_text().splitlines())) > 270}
    assert long == {}


def test_no_word_of_unfinished_work() -> None:
    words = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")
    wrong = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in sources(GAME)
        for word in words
        if word in path.read_text(encoding="utf-8")
    ]
    assert wrong == []
