"""What every panel gets: the kit, the words, the desk as of now, what is open, and a hand to give orders."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pygame import Rect, Surface

from game.sim.commands.base import Command, Refusal
from game.sim.views import Dossier
from game.ui.bindings import Bindings
from game.ui.desk.state import DeskState, Notice
from game.ui.kit import Ui
from game.ui.session import Session
from game.ui.words import Words
from game.ui.words.narrator import Narrator

if TYPE_CHECKING:
    from game.sim.desk import Desk

T = TypeVar("T")
USUAL = Bindings()
"""The keys as they are made."""
NOTICE_SECONDS = 6.0
Portraits = Callable[["Desk", int, int], Surface | None]
"""Draws a portrait of a person on a desk, so many pixels wide; None when there is no time for it now."""
Picture = Callable[[Surface, Rect, int, int], None]
"""Draws a room as it is now into a rectangle of a surface, looking at a person in it (0: at its middle)."""


class Context:
    """One frame's view of the game, for the panels."""

    def __init__(
        self,
        ui: Ui,
        narrator: Narrator,
        session: Session,
        state: DeskState,
        portraits: Portraits | None = None,
    ) -> None:
        narrator.desk = session.desk
        self.portraits = portraits
        self.picture: Picture | None = None
        self.version: Hashable = session.version
        """Changes whenever panels should be drawn anew: as the desk does, but not more often than eyes follow."""
        self.bar_version: Hashable = session.version
        """The same for the clock in the top bar, which follows more often."""
        self.memory: dict[str, tuple[Hashable, Any]] = {}
        self.ui = ui
        self.words: Words = narrator.words
        self.session = session
        self.state = state
        self.narrator = narrator
        self.wanted_room = 0
        """Room the map is asked to show."""
        self.wanted_person = 0
        """Person the map is asked to show."""
        self.wanted_follow = 0
        """Person the map is asked to follow; -1: nobody any more."""
        self.following = 0
        """Person the map follows now."""
        self.keys: Bindings = USUAL
        """Which keys do what."""
        self.narrow = False
        """Whether sheets and dossiers lie one over the other, for want of room."""
        self.wanted_lang = ""
        self.wanted_scale = 0.0
        self.wanted_quit = False

    @property
    def desk(self) -> Desk:
        """What the office knows as of now."""
        return self.session.desk

    def refusal(self, command: Command) -> str:
        """Why an order can't be given, in words; empty when it can."""
        refused = self.desk.allows(command)
        return self.narrator.refusal(refused) if refused else ""

    def order(self, command: Command) -> bool:
        """Give an order; when it is refused, say why."""
        refused: Refusal | None = self.session.order(command)
        self.narrator.desk = self.session.desk
        if refused:
            self.notify(self.narrator.refusal(refused))
        return refused is None

    def notify(self, text: str, tone: str = "warn") -> None:
        """Show a line over the map for some seconds."""
        self.state.notice = Notice(text, self.ui.now + NOTICE_SECONDS, tone)

    def select(self, person: int, show: bool = False) -> None:
        """Open a person's dossier; `show`: bring the map there."""
        self.state.person = person
        if show:
            self.wanted_person = person

    def remember(self, name: str, extra: Hashable, make: Callable[[], T]) -> T:
        """A value made from the desk, kept as long as desk, language and `extra` are the same."""
        return self.keep(name, (self.version, self.words.lang, extra), make)

    def keep(self, name: str, key: Hashable, make: Callable[[], T]) -> T:
        """A value kept as long as `key` is the same."""
        held = self.memory.get(name)
        if held is None or held[0] != key:
            held = self.memory[name] = (key, make())
        return cast(T, held[1])

    def dossier(self, person: int) -> Dossier:
        """What is known of a person."""
        return self.remember(f"dossier {person}", None, lambda: self.desk.dossier(person))

    def follow_link(self, link: str | None) -> None:
        """Go where a link leads: `p17` a person, `r5` a room, `w2` a wing, `d3` a decision, `e9` an event's causes."""
        if not link or not link[1:].isdigit():
            return
        id = int(link[1:])
        if link[0] == "p":
            self.select(id, show=True)
        elif link[0] == "r":
            self.state.room = id
            self.wanted_room = id
        elif link[0] == "w":
            self.state.sheet = "wings"
        elif link[0] == "d":
            self.state.decision = id
        elif link[0] == "e":
            self.state.why = id

    def portrait(self, person: int, pixels: int) -> Surface | None:
        """A person's portrait, `pixels` wide; None while no pictures are at hand."""
        return self.portraits(self.desk, person, pixels) if self.portraits else None
