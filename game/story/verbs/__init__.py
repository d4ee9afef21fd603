"""The words of scenario files: conditions and effects, one class each."""

from game.story.verbs import course, levers, logic, orders, persons, prison, staffing, states
from game.story.verbs.base import AnyCondition, AnyEffect, Condition, Effect, Verb

__all__ = [
    "AnyCondition",
    "AnyEffect",
    "Condition",
    "Effect",
    "Verb",
    "course",
    "levers",
    "logic",
    "orders",
    "persons",
    "prison",
    "staffing",
    "states",
]
