"""Restricted YAML into nodes, through PyYAML's pure-Python events: data only, bounded, all faults told."""

from collections.abc import Iterator
from typing import Any

import yaml

from game.story.reading.nodes import Mapping, Node, Scalar, Sequence
from game.story.reading.problem import Place
from game.story.reading.source import Source, first_forbidden

MAX_DEPTH = 24
MAX_NODES = 50_000
NOTHING = Scalar(Place(), "", plain=True)


class _StopError(Exception):
    """The rest of the file can't be read; the reason has been reported."""


def parse(source: Source) -> Node | None:
    """The tree of a source, as much of it as can be read; what is wrong goes into its problems."""
    root = None
    if source.text.strip():
        try:
            root = _Builder(source).document()
        except _StopError:
            return None
    if root is None and source.sound:
        source.report(Place(), "E010", "the file is empty")
    return root


class _Builder:
    """Turns the stream of events into one tree."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.events = self._guarded()
        self.nodes = 0

    def _guarded(self) -> Iterator[yaml.Event]:
        """The events; a fault of the parser becomes a problem. Escapes beyond Unicode overflow in PyYAML."""
        loader: yaml.SafeLoader | None = None
        try:
            loader = yaml.SafeLoader(self.source.text)
            while loader.check_event():
                yield loader.get_event()  # type: ignore[no-untyped-call]
        except yaml.MarkedYAMLError as fault:
            mark = fault.problem_mark or fault.context_mark
            place = _place(mark) if mark else Place()
            self.source.report(place, "E005", _sentence(fault), _advice(fault))
            raise _StopError from fault
        except (yaml.YAMLError, ValueError, OverflowError) as fault:
            place = _place(loader.get_mark()) if loader else Place()
            self.source.report(place, "E004", "a character here does not exist in Unicode")
            raise _StopError from fault

    def document(self) -> Node | None:
        """The one document of the file."""
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self.source.report(
                    _place(event.start_mark), "E010", "a second document begins here", "one a file"
                )
                break
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, 1)
        return root

    def node(self, event: yaml.NodeEvent, depth: int) -> Node:
        """The node that begins with this event."""
        place = _place(event.start_mark, event.end_mark)
        self._admit(event, place, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(place, list(self._items(depth)))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        return NOTHING

    def _admit(self, event: yaml.NodeEvent, place: Place, depth: int) -> None:
        """Counts a node against the limits, and names what the format does without."""
        self.nodes += 1
        if depth > MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
            self.source.report(place, "E006", f"nested deeper than {MAX_DEPTH} levels")
            raise _StopError
        if self.nodes > MAX_NODES:
            self.source.report(place, "E007", f"more than {MAX_NODES} values in one file")
            raise _StopError
        if event.anchor is not None:
            word = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
            self.source.report(
                place,
                "E008",
                f"the {word} '{event.anchor}' is not allowed",
                "write the value out, or quote it",
            )
        if getattr(event, "tag", None) is not None:
            self.source.report(
                place, "E008", "tags (!) are not allowed", "quote the text if it begins with '!'"
            )

    def _items(self, depth: int) -> Iterator[Node]:
        for event in self.events:
            if not isinstance(event, yaml.NodeEvent):
                return
            yield self.node(event, depth + 1)

    def _mapping(self, place: Place, depth: int) -> Mapping:
        mapping = Mapping(place)
        children = self._items(depth)
        for key in children:
            value = next(children, NOTHING)
            if not isinstance(key, Scalar):
                self.source.report(key.place, "E009", "a key has to be a word, not a list or a mapping")
            elif key.text in mapping.pairs:
                first = mapping.pairs[key.text][0].place.line
                self.source.report(
                    key.place, "E009", f"the key '{key.text}' stands here twice", f"first in line {first}"
                )
            else:
                mapping.pairs[key.text] = (key, value)
        return mapping

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar:
        text = str(event.value)
        at = first_forbidden(text)
        if at >= 0:
            self.source.report(place, "E004", f"the character U+{ord(text[at]):04X} is not allowed here")
            text = ""
        return Scalar(place, text, plain=event.style is None, literal=event.style == "|")


def _place(start: Any, end: Any = None) -> Place:
    """A place from PyYAML's marks, which count from 0."""
    width = end.column - start.column if end is not None and end.line == start.line else 1
    return Place(start.line + 1, start.column + 1, max(1, width))


def _sentence(fault: yaml.MarkedYAMLError) -> str:
    parts = [str(part) for part in (fault.context, fault.problem) if part]
    return "not readable as YAML: " + (", ".join(parts) or "syntax")


def _advice(fault: yaml.MarkedYAMLError) -> str:
    if "block scalar" in str(fault.context) or "block mapping" in str(fault.context):
        return "check the indentation; a block of text whose first line begins with blanks starts with `|2`"
    if "\\t" in str(fault.problem):
        return "indent with blanks, not with tabs"
    return ""
