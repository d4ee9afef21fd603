"""How a sentence is put together: which wording fits what is known, and how names and ends are set."""

import re

from game.sim.minds.knowledge import Fact

WORDINGS = 3
"""A kind of event may be told in so many ways."""
_TWICE = re.compile(r"([?!…])((?:\[/\w+\])*)\.$")
"""A text with an end of its own, and the full stop of the sentence that it stands in."""


def ended_once(sentence: str) -> str:
    """A sentence without the full stop after a question or an exclamation that it ends with."""
    return _TWICE.sub(r"\1\2", sentence)


def together(name: str) -> str:
    """A name that no line breaks."""
    return name.replace(" ", "\N{NO-BREAK SPACE}")


def variants(fact: Fact, base: str) -> tuple[str, ...]:
    """The keys of a fact's message, by what is known, the most fitting first.

    Where both people are known there may be one for each `detail` (`as_2`), and several wordings (`full_1`, `full_2`),
    of which the event's number picks one, so that it always reads the same.
    """
    missing = [field for field in ("who", "whom", "place") if field not in fact.known]
    keys = []
    if "who" in missing and "whom" in missing:
        keys.append(f"{base}.both_unknown")
    keys += [f"{base}.{field}_unknown" for field in missing]
    if fact.kind == "Ordered" and fact.whom:
        keys.append(f"{base}.about")
    if "who" not in missing and "whom" not in missing:
        keys += [f"{base}.as_{fact.detail}"] if "detail" in fact.known else []
        keys.append(f"{base}.full_{fact.event % WORDINGS}")
    return (*keys, f"{base}.full")
