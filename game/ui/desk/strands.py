"""What ties a person to others: one feeling from one to another a strand, with what is known to have made it."""

from typing import NamedTuple

from game.sim.desk.bonds import BondReason
from game.sim.desk.dealings import DebtView
from game.ui.desk.asking import ask
from game.ui.desk.context import Context
from game.ui.desk.moods import feeling_key
from game.ui.desk.state import Question
from game.ui.kit.theme import Colour

PACKS_WEIGH, UNKNOWN_DEBT = 10.0, 30.0
"""Points that a pack owed counts for among feelings, and a debt of unknown size."""
STRANDS_TOLD, REASONS_TOLD = 4, 4
"""Of each other person at most, and of each strand in its tooltip."""


class Style(NamedTuple):
    """How a feeling looks: told by icon and pattern, not by colour alone."""

    icon: str
    colour: Colour
    dashes: tuple[int, ...]
    """Pixels drawn and left out, in turns; empty: an unbroken line."""


STYLES: dict[str, Style] = {
    "regard": Style("heart", "good", ()),
    "dislike": Style("heart-crack", "warn", (5, 4)),
    "hate": Style("flame", "danger", (13, 4)),
    "fear": Style("triangle-alert", "violet", (2, 4)),
    "respect": Style("medal", "text", (9, 3, 2, 3)),
    "trust": Style("handshake", "link", (7, 3)),
    "debt": Style("coins", "accent", (8, 3, 2, 3, 2, 3)),
}


class Strand(NamedTuple):
    """One feeling, or a debt, of one person towards another."""

    who: int
    whom: int
    feeling: str
    """A key of STYLES."""
    points: float
    """0 to 100."""
    reasons: tuple[BondReason, ...]
    """The last first; of a debt none."""
    debt: DebtView | None = None

    @property
    def name(self) -> str:
        """What widgets of it are called."""
        return f"{self.who}.{self.whom}.{self.feeling}"


class Other(NamedTuple):
    """Somebody who is tied to the person, and by what."""

    id: int
    strands: tuple[Strand, ...]
    """The strongest first."""

    @property
    def strength(self) -> float:
        """Points of the strongest strand."""
        return self.strands[0].points


def others_of(context: Context, person: int) -> list[Other]:
    """Who is tied to a person, as far as known; the most strongly tied first."""
    return context.remember(f"others {person}", None, lambda: _others(context, person))


def _others(context: Context, person: int) -> list[Other]:
    found: dict[int, list[Strand]] = {}
    for bond in context.desk.bonds(person):
        other = bond.whom if bond.who == person else bond.who
        hates = any(feeling == "hate" for feeling, _ in bond.feelings)
        for feeling, points in bond.feelings:
            if hates and feeling == "regard" and points < 0:
                continue  # whom one hates one doesn't like: the same deeds told twice
            kind = "dislike" if feeling == "regard" and points < 0 else feeling
            reasons = tuple(reason for reason in bond.reasons if reason.feeling == feeling)
            found.setdefault(other, []).append(Strand(bond.who, bond.whom, kind, abs(points), reasons))
    for debt in context.desk.debts(person):
        other = debt.creditor if debt.debtor == person else debt.debtor
        points = min(100.0, PACKS_WEIGH * debt.packs) or UNKNOWN_DEBT
        found.setdefault(other, []).append(Strand(debt.debtor, debt.creditor, "debt", points, (), debt))
    others = [
        Other(id, tuple(sorted(strands, key=lambda strand: -strand.points)))
        for id, strands in found.items()
        if id
    ]
    return sorted(others, key=lambda other: (-other.strength, other.id))


def says(context: Context, strand: Strand, linked: bool = True) -> str:
    """A strand as a sentence."""
    tell, desk = context.narrator, context.desk
    name = tell.person if linked else desk.short_name
    return context.words(
        feeling_key(strand.feeling, strand.points), who=name(strand.who), whom=name(strand.whom)
    )


def because(context: Context, strand: Strand) -> str:
    """The last thing known to have made it, with its date; empty when nothing is."""
    event = strand.debt.because if strand.debt else strand.reasons[0].event if strand.reasons else 0
    fact = context.desk.fact(event) if event else None
    if fact is None:
        return ""
    return f"[c=dim]{context.words.moment(fact.tick, context.desk.tick)}[/c]  {context.narrator.fact(fact)}"


def tip_of(context: Context, strand: Strand) -> str:
    """A strand with all its reasons, in words with dates."""
    words, lines = context.words, [f"[b]{says(context, strand, linked=False)}[/b]"]
    if strand.debt is None:
        lines.append(f"[c=muted]{words('tie.points', n=round(strand.points))}[/c]")
    else:
        lines.append(because(context, strand))
    told: list[int] = []
    for reason in strand.reasons:
        fact = context.desk.fact(reason.event)
        if fact is not None and reason.event not in told and len(told) < REASONS_TOLD:
            told.append(reason.event)
            stamp = words.moment(fact.tick, context.desk.tick)
            lines.append(f"[c=dim]{stamp}[/c]  {context.narrator.fact(fact)}")
    return "\n".join(line for line in lines if line)


def ask_why(context: Context, strand: Strand) -> None:
    """Open why somebody feels so."""
    if strand.debt is not None:
        context.state.why, context.state.asked = strand.debt.because, None
        return
    feeling = "regard" if strand.feeling == "dislike" else strand.feeling
    ask(context, Question("tie", strand.who, strand.whom, feeling))
