"""Affairs on the desk: what happened, why, what is to be decided, how things stand."""

from collections.abc import Iterable

from game.sim.commands.base import Authority, Command, Refusal
from game.sim.desk.places import PlacesDesk
from game.sim.engine.calendar import shift_of
from game.sim.minds.knowledge import ALL_KNOWN, Fact, Source
from game.sim.office import EYES_A_DAY, Decision, Message, Text
from game.sim.people import INMATE, Duty, Identity, Place, Status
from game.sim.storyboard import Storyboard
from game.sim.views import DecisionView, EyeView, ObjectiveView, OptionView, OutcomeView, Tree

DEEPEST_TREE = 12


class AffairsDesk(PlacesDesk):
    """What goes on."""

    def feed(self, since: int = 0, limit: int = 200) -> list[Fact]:
        """Return what was learned, newest last; `since` leaves out events up to that id."""
        world = self._world
        if self.sees_all:
            first = max(since, len(world.chronicle) - limit)
            return [self._truth(id) for id in range(first + 1, len(world.chronicle) + 1)]
        learned = world.knowledge.learned
        facts: list[Fact] = []
        for number in range(len(learned) - 1, max(-1, len(learned) - 1 - limit), -1):
            row = learned[number]
            if row[0] > since:
                facts.append(world.knowledge.fact_of(world.chronicle.event(row[0]), row))
        return facts[::-1]

    def fact(self, event: int) -> Fact | None:
        """Return what is known of an event, None when nothing is."""
        if self.sees_all:
            return self._truth(event)
        return self._world.knowledge.fact(self._world.chronicle.event(event))

    def _truth(self, event: int) -> Fact:
        row = (event, self._world.chronicle.event(event).tick, int(Source.REPORT), 0, 1.0, ALL_KNOWN)
        return self._world.knowledge.fact_of(self._world.chronicle.event(event), row)

    def why(self, event: int, depth: int = DEEPEST_TREE) -> Tree:
        """Return what led to an event, as far as it is known; of unknown causes only that there are some."""
        return self._tree(event, 1.0, "deed", depth)

    def _tree(self, event: int, weight: float, role: str, depth: int) -> Tree:
        fact = self.fact(event)
        causes = self._world.chronicle.causes(event) if depth and fact is not None else []
        children = tuple(self._tree(c.event, c.weight, c.role.name.lower(), depth - 1) for c in causes)
        return Tree(event, fact, weight if fact is not None else 0.0, role, children)

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

    def objectives(self) -> list[ObjectiveView]:
        """Return what the scenario asks of the warden."""
        return [ObjectiveView(g.key, g.text, g.state) for g in self._board.goals]

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
