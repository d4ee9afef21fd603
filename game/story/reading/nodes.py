"""A parsed file as a tree of nodes, each of which knows where it stands."""

import re
from dataclasses import dataclass, field
from typing import Any

from game.story.reading.problem import Place

WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\Z")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}\Z")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One word, number or text."""

    place: Place
    text: str
    plain: bool
    """Written without quotes: only then can it be a number, true, false or null."""
    literal: bool = False
    """Written as a `|` block, whose lines map to the file's one to one."""

    def value(self) -> str | int | float | bool | None:
        """What the scalar says. `yes`, `no`, `on`, `off` and times of day are text."""
        if not self.plain:
            return self.text
        if self.text in ("", "~", "null"):
            return None
        if self.text in ("true", "false"):
            return self.text == "true"
        if WHOLE.match(self.text):
            return int(self.text)
        return float(self.text) if DECIMAL.match(self.text) else self.text


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    place: Place
    items: list["Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order of the file."""

    place: Place
    pairs: dict[str, tuple[Scalar, "Node"]] = field(default_factory=dict)

    def get(self, key: str) -> "Node | None":
        """The value of a key, if there is one."""
        pair = self.pairs.get(key)
        return pair[1] if pair else None


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:
    """The tree as dictionaries, lists and values. Keys are always text."""
    if isinstance(node, Scalar):
        return node.value()
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, (_, value) in node.pairs.items()}


def is_variant(part: int | str) -> bool:
    """Whether a part of a path names a variant, such as `<wall>`, and stands in no file."""
    return isinstance(part, str) and len(part) > 2 and part.startswith("<") and part.endswith(">")


def locate(root: Node, path: tuple[int | str, ...]) -> Place:
    """Where a path of keys and indices leads; as far as it can be followed.

    A value of a mapping is found at its value if that is a scalar, else at its key: the line that names it.
    Parts in angle brackets are names of variants and stand in no file; nor do the names of keys that a short
    form such as `beat_done: arrival` leaves out.
    """
    node, place = root, root.place
    for part in path:
        if is_variant(part):
            continue
        if isinstance(node, Mapping) and part in node.pairs:
            key, node = node.pairs[str(part)]
            place = node.place if isinstance(node, Scalar) and node.text else key.place
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            place = node.place
        elif isinstance(node, Mapping):
            break
    return place


def locate_key(root: Node, path: tuple[int | str, ...]) -> Place:
    """Where the key at the end of a path stands; if the path ends elsewhere, as `locate`."""
    parent = follow(root, path[:-1])
    if path and isinstance(parent, Mapping) and path[-1] in parent.pairs:
        return parent.pairs[str(path[-1])][0].place
    return locate(root, path)


def follow(root: Node, path: tuple[int | str, ...]) -> Node | None:
    """The node at the end of a path, if the path can be followed to its end."""
    node: Node | None = root
    for part in path:
        if is_variant(part):
            continue
        if isinstance(node, Mapping):
            node = node.get(str(part))
        elif isinstance(node, Sequence) and isinstance(part, str):
            continue
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            return None
    return node
