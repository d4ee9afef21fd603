"""What is asked of the office, and how the figures stand that it hangs on: as known, as all the desk shows."""

from game.sim.desk.affairs import AffairsDesk
from game.sim.desk.dealings import DealingsDesk
from game.sim.storyboard import Goal, Measure
from game.sim.views import MeasureView, ObjectiveView


class GoalsDesk(AffairsDesk, DealingsDesk):
    """The objectives of a scenario."""

    def objectives(self) -> list[ObjectiveView]:
        """Return what the scenario asks of the warden, in the order in which it came up."""
        return [self._objective(goal) for goal in self._board.goals]

    def _objective(self, goal: Goal) -> ObjectiveView:
        measures = tuple(
            MeasureView(each.of, each.need, self._stands_at(each), each.sign, each.bound)
            for each in self._board.measures.get(goal.key, [])
        )
        return ObjectiveView(goal.key, goal.text, goal.state, goal.because, measures)

    def _stands_at(self, measure: Measure) -> float | None:
        if measure.of == "count":
            return len([event for event in measure.counted if self.fact(event) is not None])
        if measure.of == "debt":
            owed = [debt.packs for debt in self.debts(measure.who) if debt.debtor == measure.who]
            return max(owed, default=0.0)
        need = next(each for each in self._needs(measure.who) if each.key == measure.need)
        return need.value if need.confidence > 0 else None
