"""Affairs on the desk: what happened, why, what is to be decided, how things stand."""

from collections.abc import Iterable

from game.sim.commands.base import Authority, Command, Refusal
from game.sim.desk.places import PlacesDesk
from game.sim.engine.calendar import shift_of
from game.sim.events import Cause, Kind
from game.sim.minds.knowledge import Fact, Source
from game.sim.office import EYES_A_DAY, Decision, Message, Text
from game.sim.people import INMATE, TRAITS, Assessed, Duty, Identity, Place, Status, Sureness
from game.sim.storyboard import Storyboard
from game.sim.views import DecisionView, EyeView, OptionView, OutcomeView, Tree

DEEPEST_TREE = 12
_BOOK_KEEPING = (Kind.BeatFired, Kind.BeatMissed, Kind.WorldBegan)
"""Kinds that only say that the story, or the records, went on."""
_ABOUT_ONE = (Kind.Arrived.name, Kind.CellAssigned.name, Kind.TraitNoted.name)
"""Kinds about one man: as causes they say that he was one of the two."""
_STRONG = 0.5
"""From here on a file calls a trait strong."""
_FOR_WANT_OF = {
    "nerve": ("Paid", "ProtectionTaken", "Withdrew", "LookedAway", "RequestMade", "Tested"),
    "empathy": ("FellOut", "Demanded", "Insulted"),
}
"""What men do for want of a trait; who stands his ground when he is tested (`amount` 1) does it for having nerve."""


class AffairsDesk(PlacesDesk):
    """What goes on."""

    def feed(self, since: int = 0, limit: int = 200) -> list[Fact]:
        """Return what was learned, newest last; `since` leaves out events up to that id."""
        past, knowledge = self._world.chronicle, self._world.knowledge
        if self.sees_all:
            first = max(since, len(past) - limit)
            return [knowledge.truth(id) for id in range(first + 1, len(past) + 1)]
        end = len(knowledge.learned)
        facts = [knowledge.fact_at(number) for number in range(max(0, end - limit), end)]
        return [fact for fact in facts if fact.event > since]

    def why(self, event: int, depth: int = DEEPEST_TREE) -> Tree:
        """Return what led to an event, as far as it is known; of unknown causes only that there are some.

        The story's own book-keeping is passed over: what led to a beat led to what the beat brought about.
        """
        return self._tree(event, 1.0, "deed", depth)

    def _tree(self, event: int, weight: float, role: str, depth: int, above: Fact | None = None) -> Tree:
        fact = self.fact(event)
        if fact is None:
            fact = self._on_file(event, above)
            weight = _as_filed(fact)  # the true weight would show his temper
        if fact is not None and above is not None and _gives_away(fact, above):
            fact, weight = None, 0.0
        causes = self._told_causes(event) if depth and fact is not None else []
        children = tuple(self._tree(c.event, c.weight, c.role.name.lower(), depth - 1, fact) for c in causes)
        return Tree(event, fact, weight, role, children)

    def _told_causes(self, event: int) -> list[Cause]:
        """Return the causes of an event, with those of a mere turn of the story or of the records in its place."""
        past, found = self._world.chronicle, dict[int, Cause]()
        todo = past.causes(event)
        for cause in todo:  # grows as it goes
            kind = past.event(cause.event).kind
            if kind in _BOOK_KEEPING:
                todo += past.causes(cause.event)
            elif cause.event not in found:
                found[cause.event] = cause
        return list(found.values())

    def _on_file(self, event: int, deed: Fact | None) -> Fact | None:
        """Return a man's nature as his file has it, where the file bears out that it led to a deed; else None."""
        noted = self._world.chronicle.event(event)
        if noted.kind is not Kind.TraitNoted or deed is None:
            return None
        trait = TRAITS[noted.detail]
        held = float(getattr(self._one(noted.who, Assessed), trait))
        stood = deed.kind == Kind.Tested.name and deed.amount > 0
        wanting = deed.kind in _FOR_WANT_OF.get(trait, ()) and not stood
        if wanting == (held >= _STRONG):
            return None
        sure = float(getattr(self._one(noted.who, Sureness), trait))
        known = frozenset(("who", "amount", "detail"))
        return Fact(
            event, noted.tick, noted.tick, noted.kind.name, noted.who, 0, 0, 0, held, noted.detail, known,
            Source.REPORT.name.lower(), 0, sure,
        )  # fmt: skip

    def message(self, fact: Fact) -> Text | None:
        """Return what was said, for a fact of kind `Said`."""
        message = self._world.component("message", fact.detail, Message)
        return message.text if message else None

    def open_decision(self, decision: int) -> Decision | None:
        """Return an open question, None when it is answered or was never asked."""
        found = self._world.component("decision", decision, Decision)
        return None if found is None or found.chosen else found

    def decision_text(self, decision: int) -> Decision | None:
        """Return a question, open or answered."""
        return self._world.component("decision", decision, Decision)

    def decisions(self) -> list[DecisionView]:
        """Return the open questions, the most urgent first."""
        found = [d for _, d in self._world.each(Decision) if not d.chosen]
        views = [
            DecisionView(
                d.id, d.key, d.title, d.text,
                tuple(OptionView(o.key, o.text, o.hint, o.effects, None) for o in d.options),
                d.asked, d.deadline, d.default, d.place, d.about,
            )
            for d in found
        ]  # fmt: skip
        return sorted(views, key=lambda view: (view.deadline, view.id))

    def allows(self, command: Command) -> Refusal | None:
        """Say why the warden can't order something now, or None."""
        if Authority.WARDEN not in command.authorities:
            return Refusal("refusal.authority")
        return command.refuse(self)  # type: ignore[arg-type]

    def eyes(self) -> list[EyeView]:
        """Return the office's watches."""
        return [EyeView(eye.kind, eye.id) for eye in self._world.office.eyes]

    @property
    def eyes_free(self) -> int:
        """How many more watches can be set today."""
        return max(0, EYES_A_DAY - self._world.office.set_today)

    def is_watched(self, kind: str, id: int) -> bool:
        """Whether the office watches a person or a room."""
        return any((eye.kind, eye.id) == (kind, id) for eye in self._world.office.eyes)

    def figures(self) -> dict[str, float]:
        """Return the key figures that can be counted."""
        world = self._world
        identity, place, duty = world.everyone(Identity), world.everyone(Place), world.everyone(Duty)
        inmate = (identity.role == INMATE) & (identity.status == Status.PRESENT)
        shift = int(shift_of(self.tick))
        beds = sum(self.plan.rooms[room].capacity for room in world.ground.cells)
        return {
            "inmates": int(inmate.sum()),
            "capacity": beds,
            "beds_free": beds - int((inmate & (identity.bed > 0)).sum()),
            "staff_on_duty": int(((duty.on == 1) & (place.tile > 0)).sum()),
            "staff_wanted": sum(post.staff[shift] for post in self.plan.posts[1:]),
            "eyes_free": self.eyes_free,
        }

    def outcome(self) -> OutcomeView | None:
        """Return how the scenario ended, None while it goes on."""
        board = self._board
        if not board.outcome or board.outcome_title is None or board.outcome_text is None:
            return None
        return OutcomeView(board.outcome, board.outcome_title, board.outcome_text, board.grade, board.canon)

    def faces(self) -> list[int]:
        """Return whom the story is about."""
        return list(self._board.faces)

    @property
    def _board(self) -> Storyboard:
        return self._world.component("story", 1, Storyboard) or Storyboard()

    def names(self, people: Iterable[int]) -> list[str]:
        """Return the short names of people."""
        return [self.short_name(person) for person in people]


def _as_filed(nature: Fact | None) -> float:
    """Return how much somebody's nature weighs by his file: how strong it calls the trait, or how weak."""
    if nature is None:
        return 0.0
    return nature.amount if nature.amount >= _STRONG else 1.0 - nature.amount


def _gives_away(cause: Fact, deed: Fact) -> bool:
    """Tell whether a cause would name somebody of whom it isn't known that he had a part in the deed."""
    return (
        cause.kind in _ABOUT_ONE
        and cause.who not in (deed.who, deed.whom)
        and not {"who", "whom"} <= deed.known
        and deed.kind not in _ABOUT_ONE
    )
