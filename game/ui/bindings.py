"""The keys: one table of what can be done by key, and with which keys, as the player has set them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pygame
from pygame.event import Event

from game.ui.kit.inputs import Inputs
from game.ui.words import Words

EVERYWHERE = "everywhere"
DESK = "desk"
DIALOG = "dialog"
SLOTS = 2
"""Keys an action can have."""
OPTIONS = 9
"""Options of a decision, and orders of a card, that have a key."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that is done by key. Two actions share a key only where their scopes never meet."""

    name: str
    group: str
    keys: tuple[int, ...]
    scope: str = DESK


ACTIONS = (
    Action("pause", "time", (pygame.K_SPACE, pygame.K_PAUSE)),
    Action("until", "time", (pygame.K_n,)),
    *(Action(f"speed{speed}", "time", (pygame.K_0 + speed,)) for speed in range(1, 6)),
    Action("people", "panels", (pygame.K_F1,)),
    Action("wings", "panels", (pygame.K_F2,)),
    Action("posts", "panels", (pygame.K_F3,)),
    Action("brief", "panels", (pygame.K_F4,)),
    Action("requests", "panels", (pygame.K_F6,)),
    Action("visits", "panels", (pygame.K_F7,)),
    Action("infirmary", "panels", (pygame.K_F8,)),
    Action("hours", "panels", (pygame.K_h,)),
    Action("orders", "orders", (pygame.K_o,)),
    Action("watch_fight", "orders", (pygame.K_f,)),
    Action("call_officers", "orders", (pygame.K_g,)),
    Action("lock_fight", "orders", (pygame.K_l,)),
    *(
        Action(f"overlay_{name}", "map", (key,))
        for name, key in zip(
            ("cover", "sight", "needs", "crowd", "mood", "tension", "ties"),
            (pygame.K_c, pygame.K_v, pygame.K_b, pygame.K_x, pygame.K_m, pygame.K_t, pygame.K_r),
            strict=True,
        )
    ),
    Action("left", "map", (pygame.K_LEFT, pygame.K_a)),
    Action("right", "map", (pygame.K_RIGHT, pygame.K_d)),
    Action("up", "map", (pygame.K_UP, pygame.K_w)),
    Action("down", "map", (pygame.K_DOWN, pygame.K_s)),
    Action("zoom_in", "map", (pygame.K_PLUS, pygame.K_EQUALS)),
    Action("zoom_out", "map", (pygame.K_MINUS,)),
    Action("quick_save", "game", (pygame.K_F5,)),
    Action("quick_load", "game", (pygame.K_F9,)),
    Action("fullscreen", "game", (pygame.K_F11,), EVERYWHERE),
    Action("back", "game", (pygame.K_ESCAPE,), EVERYWHERE),
    *(
        Action(f"option{number}", "dialogs", (pygame.K_0 + number,), DIALOG)
        for number in range(1, OPTIONS + 1)
    ),
    Action("next", "dialogs", (pygame.K_TAB,), EVERYWHERE),
    Action("press", "dialogs", (pygame.K_RETURN,), EVERYWHERE),
)
BY_NAME = {action.name: action for action in ACTIONS}
NEEDED = frozenset(("back", "next", "press"))
"""Actions that are never left without a key: without them there would be no way back."""
KEYPAD = {
    **{pygame.K_KP_0 + digit: pygame.K_0 + digit for digit in range(1, 10)},
    pygame.K_KP_PLUS: pygame.K_PLUS,
    pygame.K_KP_MINUS: pygame.K_MINUS,
    pygame.K_KP_ENTER: pygame.K_RETURN,
}
"""Keys of the number pad, and the keys they stand for unless they are bound themselves."""
MADE_FOR = {"back": pygame.K_ESCAPE, "next": pygame.K_TAB, "press": pygame.K_RETURN}
"""Keys that the widgets know; `translate` gives them those instead of what the player bound."""


def named_key(name: str, words: Words) -> str:
    """A key's name as pygame has it, in a language; a dash for none."""
    key = f"screens.key_name.{name.replace(' ', '_')}"
    return words(key) if words.has(key) else name.upper() or "–"


class Bindings:
    """Which keys do what. Made from the player's changes; what he did not change is as in ACTIONS."""

    def __init__(self, changed: Mapping[str, Sequence[int]] | None = None) -> None:
        self._keys = {action.name: action.keys for action in ACTIONS}
        for name, keys in (changed or {}).items():
            if name in self._keys and (keys or name not in NEEDED):
                self._keys[name] = tuple(int(key) for key in keys[:SLOTS])

    def keys(self, name: str) -> tuple[int, ...]:
        """The keys of an action, the first the one that is shown."""
        return self._keys[name]

    def codes(self, name: str) -> Iterator[int]:
        """The keys of an action and those of the number pad that stand for them."""
        keys = self._keys[name]
        yield from keys
        if name in MADE_FOR and MADE_FOR[name] not in keys:
            yield MADE_FOR[name]  # what `translate` made of them
        yield from (pad for pad, key in KEYPAD.items() if key in keys and not self._is_bound(pad))

    def _is_bound(self, key: int) -> bool:
        return any(key in keys for keys in self._keys.values())

    def pressed(self, inputs: Inputs, name: str) -> bool:
        """Whether a key of the action went down; it counts only once."""
        return inputs.key(*self.codes(name))

    def turn_screen(self, events: list[Event]) -> bool:
        """Whether a key goes to the full screen, or back: the one bound to it, or Alt and Enter. It is taken away."""
        for event in events:
            if event.type == pygame.KEYDOWN:
                alt_enter = event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT
                if alt_enter or event.key in self._keys["fullscreen"]:
                    events.remove(event)
                    return True
        return False

    def held(self, name: str, taken: Collection[int] = ()) -> bool:
        """Whether a key of the action is down; keys that are `taken` don't count."""
        down = pygame.key.get_pressed()
        return any(down[code] for code in self.codes(name) if code not in taken)

    def label(self, name: str) -> str:
        """The name of the first key as pygame has it; empty without one."""
        keys = self._keys[name]
        return pygame.key.name(keys[0]) if keys else ""

    def translate(self, events: Iterable[Event]) -> list[Event]:
        """Events in which the keys of going back, of the next widget and of pressing it are as widgets know them."""
        return [self._translated(event) if event.type == pygame.KEYDOWN else event for event in events]

    def _translated(self, event: Event) -> Event:
        for name, made_for in MADE_FOR.items():
            if KEYPAD.get(event.key, event.key) in self._keys[name] or event.key in self._keys[name]:
                return Event(event.type, event.dict | {"key": made_for})
        return Event(event.type, event.dict | {"key": 0}) if event.key in MADE_FOR.values() else event

    def shown(self, name: str, words: Words) -> str:
        """The first key of an action in a language; a dash without one."""
        return named_key(self.label(name), words)

    # changing them

    def taken(self, name: str, key: int) -> str:
        """The action that has a key where `name` would need it; empty when the key is free."""
        scope = BY_NAME[name].scope
        for other in ACTIONS:
            meets = scope == other.scope or EVERYWHERE in (scope, other.scope)
            if other.name != name and meets and key in self._keys[other.name]:
                return other.name
        return ""

    def bind(self, name: str, slot: int, key: int) -> str:
        """Give an action a key. Returns the action that has it already; then nothing changes."""
        taken = self.taken(name, key)
        if not taken:
            kept = [held for held in self._keys[name] if held != key]
            kept[slot : slot + 1] = [key]
            self._keys[name] = tuple(kept[:SLOTS])
        return taken

    def clear(self, name: str, slot: int) -> bool:
        """Take a key from an action; False where it has to keep one."""
        keys = self._keys[name]
        if slot >= len(keys) or (name in NEEDED and len(keys) == 1):
            return False
        self._keys[name] = keys[:slot] + keys[slot + 1 :]
        return True

    def reset(self) -> None:
        """Have all keys as they were made."""
        self._keys = {action.name: action.keys for action in ACTIONS}

    def changes(self) -> dict[str, list[int]]:
        """What differs from ACTIONS, to be kept."""
        return {a.name: list(self._keys[a.name]) for a in ACTIONS if self._keys[a.name] != a.keys}
