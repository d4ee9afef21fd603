"""Components, commands and rules as plain data and back: one codec, made from the annotations.

Fields are int, float, bool, str, enums, None, dataclasses, and tuples, lists and dicts of these. The plain form has
only what JSON has; it freezes, saves, hashes and compares them all.
"""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Plain = Any
T = TypeVar("T")
_REGISTRY: dict[str, type] = {}


def component(cls: type[T]) -> type[T]:
    """Register a dataclass, so that it can be frozen within a world and found again by its name."""
    known = _REGISTRY.get(cls.__name__)
    if known is not None and known.__qualname__ != cls.__qualname__:
        raise TypeError(f"two components are named {cls.__name__}")
    _REGISTRY[cls.__name__] = cls
    return cls


def component_named(name: str) -> type:
    """Return a registered dataclass; raises KeyError with the names that are known."""
    if name not in _REGISTRY:
        raise KeyError(f"unknown component {name!r}; known are {', '.join(sorted(_REGISTRY))}")
    return _REGISTRY[name]


def plain(value: Any) -> Plain:
    """Turn a dataclass, or a value of one, into plain data."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return [plain(getattr(value, name)) for name in _names(type(value))]
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    raise TypeError(f"{type(value).__name__} can't be kept in a component: {value!r}")


def rich(cls: type[T], data: Plain) -> T:
    """Make an object of a dataclass from its plain data."""
    made: T = _reader(cast(Any, cls))(data)
    return made


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cls))


def _same(data: Plain) -> Any:
    return data


@cache
def _reader(hint: Any) -> Callable[[Plain], Any]:
    """Return the function that reads one annotated type."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = _reader(next(arg for arg in args if arg is not type(None)))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        return _tuple_reader(args)
    if origin is list:
        item = _reader(args[0])
        return lambda data: [item(one) for one in data]
    if origin is dict:
        key, item = _reader(args[0]), _reader(args[1])
        return lambda data: {key(k): item(v) for k, v in data.items()}
    if isinstance(hint, type) and is_dataclass(hint):
        return _dataclass_reader(hint)
    if isinstance(hint, type) and (issubclass(hint, Enum) or hint in (int, float, str)):
        return hint if hint is not bool else _same
    return _same


def _tuple_reader(args: tuple[Any, ...]) -> Callable[[Plain], Any]:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _reader(args[0])
        return lambda data: tuple(item(one) for one in data)
    readers = [_reader(arg) for arg in args]
    return lambda data: tuple(read(one) for read, one in zip(readers, data, strict=True))


def _dataclass_reader(cls: type) -> Callable[[Plain], Any]:
    hints = get_type_hints(cls)
    readers = [_reader(hints[name]) for name in _names(cls)]

    def read(data: Plain) -> Any:
        return cls(*[reader(one) for reader, one in zip(readers, data, strict=True)])

    return read
