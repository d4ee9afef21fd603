"""What the desk knows, as sentences: facts, people, places, refusals, a pack's own texts; with links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.sim.care.requests import ELSEWHERE, GRANTED, REQUEST_KINDS, SILENCE
from game.sim.commands.base import Refusal, command_named
from game.sim.engine import calendar
from game.sim.house.plan import ACTIVITIES, ROLES
from game.sim.minds.signs import SIGNS as WARNINGS
from game.sim.people import TRAITS
from game.sim.population.families import RELATIONS
from game.sim.systems.letters import NEWS
from game.sim.violence.wounds import SEVERITIES, severity
from game.ui.kit.markup import safe
from game.ui.words.event_signs import OTHER_SIGN, SIGNS
from game.ui.words.wordings import ended_once, together, variants
from game.ui.words.words import Value, Words

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.minds.knowledge import Fact
    from game.sim.office import Text

NOTABLE = 0.2
"""From here on a mediation has gone well, not just by."""
VISITS = frozenset(("VisitAsked", "VisitAllowed", "VisitDenied", "VisitBegan", "VisitEnded"))
"""Kinds in which `whom` is a visitor."""
SHIFTS = ("day", "evening", "night")


class Narrator:
    """Tells what one desk knows in the words of one language."""

    def __init__(self, words: Words, desk: Desk) -> None:
        self.words = words
        self.desk = desk
        self._rooms: dict[int, str] = {}

    # who and where

    def person(self, id: int) -> str:
        """A person's short name as a link."""
        if not id:
            return self.words("ui.someone")
        return f"[link=p{id}]{together(safe(self.desk.short_name(id)))}[/link]"

    def visitor(self, id: int) -> str:
        """Somebody from outside with what he is to the inmate he visits: `his wife M. Winfield`."""
        relation, inmate = self.desk.relation(id) if id else ("", 0)
        if not relation:
            return self.person(id)
        alike = self.desk.short_name(id) == self.desk.short_name(inmate)  # `M. Winfield` of M. Winfield
        who = f"[link=p{id}]{together(safe(self.desk.name(id)))}[/link]" if alike else self.person(id)
        return self.words("visits.who", relation=self.words(f"relation.{relation}.of"), who=who)

    def room_name(self, id: int) -> str:
        """A room's name: the pack's in this language, the kind's, or the plan's."""
        if id not in self._rooms:
            self._rooms[id] = self._name_of(id) if 0 < id < len(self.desk.plan.rooms) else ""
        return self._rooms[id]

    def short_room(self, id: int) -> str:
        """A room's name for narrow places: `Showers, Block A` is called by what stands before the comma."""
        return self.room_name(id).partition(",")[0]

    def _name_of(self, id: int) -> str:
        room = self.desk.plan.rooms[id]
        translated = self.words.extra.get(f"prison.rooms.{room.key}.name", room.name)
        if translated != room.name:
            return safe(translated)
        if self._generic(id) and self.words.has(f"room_kind.{room.kind}"):
            return self.words(f"room_kind.{room.kind}")
        return safe(room.name)

    def _generic(self, id: int) -> bool:
        """Whether a room is called simply after its kind, so that it can be told with an article."""
        room = self.desk.plan.rooms[id]
        return room.name.casefold() in (room.kind, Words("en").named("room_kind", room.kind).casefold())

    def wing_name(self, id: int) -> str:
        """A wing's name."""
        wing = self.desk.plan.wings[id]
        return self.words.extra.get(f"prison.wings.{wing.key}.name") or safe(wing.name)

    def post_name(self, id: int) -> str:
        """A post's name."""
        post = self.desk.plan.posts[id]
        return self.words.extra.get(f"prison.posts.{post.key}.name") or safe(post.name)

    def room(self, id: int) -> str:
        """A room's name as a link."""
        return (
            f"[link=r{id}]{together(self.room_name(id))}[/link]" if id else self.words("ui.dossier.unknown")
        )

    def place(self, id: int) -> str:
        """Where something was, as the end of a sentence, such as ` in the canteen`; empty when unknown."""
        if not id:
            return ""
        room = self.desk.plan.rooms[id]
        key = f"place.{room.kind}" if room.kind in ("cell", "pod", "commons") or self._generic(id) else ""
        link = f"[link=r{id}]{together(self.room_name(id))}[/link]"
        return self.words.first(key, "place.named", room=link, link=f"r{id}")

    # what happened

    def sign(self, kind: str) -> tuple[str, str]:
        """Icon and colour of a kind of event."""
        return SIGNS.get(kind, OTHER_SIGN)

    def fact(self, fact: Fact) -> str:
        """A fact as a sentence, with no more in it than is known."""
        base = f"event.{fact.kind}"
        if not self.words.has(f"{base}.full"):
            return self.words("event.other", place=self.place(fact.place))
        told = self.words.first(*variants(fact, base), **self._people_and_places(fact), **self._matters(fact))
        return ended_once(told)

    def _people_and_places(self, fact: Fact) -> dict[str, Value]:
        return {
            "who": self.person(fact.who),
            "whom": self.person(fact.whom),
            "place": self.place(fact.place),
            "room": self.room(fact.place),
            "watched": self.person(fact.who) if fact.who else self.room(fact.place),
            "visitor": self.visitor(fact.whom) if fact.kind in VISITS else "",
        }

    def _matters(self, fact: Fact) -> dict[str, Value]:
        """What else a message may name: each kind of event keeps it in its own fields."""
        title, choice = self._question(fact)
        return {
            "day": calendar.day_of(fact.tick),
            "shift": self.words(f"shift.{SHIFTS[calendar.shift_of(fact.tick)]}"),
            "wing": self._in_plan(self.wing_name, fact.detail, len(self.desk.plan.wings), "w"),
            "post": self._in_plan(self.post_name, fact.detail, len(self.desk.plan.posts), ""),
            "hour": int(fact.amount),
            "activity": self.words.named("activity", ACTIVITIES[fact.item % len(ACTIVITIES)]),
            "order": self._order(fact),
            "title": title,
            "choice": choice,
            "text": self._said(fact),
            "minutes": int(fact.amount),
            "wound": self.words.named("severity", SEVERITIES[severity(fact.amount)]),
            "sign": self._warning(fact),
            "request": self._request(fact),
            "answer": self._answer(fact),
            "outcome": self._outcome(fact),
            "temper": self._temper(fact),
            **self._from_outside(fact),
        }

    def _from_outside(self, fact: Fact) -> dict[str, Value]:
        """Letters: from whom, with what news. Searches and finds: of whom, or of which room; on whom."""
        letter = fact.kind == "LetterCame"
        relation = list(RELATIONS)[fact.detail % len(RELATIONS)]
        return {
            "relation": self.words(f"relation.{relation}.of") if letter else "",
            "news": self.words(f"news.{NEWS[fact.item % len(NEWS)][0]}") if letter else "",
            "searched": self.person(fact.whom) if fact.whom else self.room(fact.place),
            "on_whom": self.words("event.on_whom", whom=self.person(fact.whom)) if fact.whom else "",
        }

    def _temper(self, fact: Fact) -> str:
        """What a man has shown himself to be, in a word."""
        if fact.kind != "TraitShown":
            return ""
        return self.words(f"trait.{TRAITS[fact.detail]}.{'high' if fact.amount >= 0.5 else 'low'}")

    def _warning(self, fact: Fact) -> str:
        """What could be seen on somebody, as part of a sentence."""
        if fact.kind != "SignShown":
            return ""
        text = self.words(f"sign.{WARNINGS[fact.detail % len(WARNINGS)].key}")
        return text[:1].lower() + text[1:]

    def _request(self, fact: Fact) -> str:
        """What somebody asks of the office, as the end of a sentence."""
        kind = REQUEST_KINDS[fact.item % len(REQUEST_KINDS)]
        return self.words(f"request.asks.{kind}") if fact.kind == "RequestMade" else ""

    def _answer(self, fact: Fact) -> str:
        """How a request was answered."""
        if fact.kind != "RequestAnswered":
            return ""
        found = {GRANTED: "granted", ELSEWHERE: "elsewhere", SILENCE: "silence"}.get(fact.amount, "refused")
        return self.words(f"request.answered.{found}")

    def _outcome(self, fact: Fact) -> str:
        """How a mediation or a search went, or whether somebody who was heard had anything to say."""
        if fact.kind == "Searched":
            found = round(fact.amount)
            return self.words("event.found", n=found) if found else self.words("event.found_nothing")
        if fact.kind == "Heard":
            told = round(fact.amount)
            return self.words("request.told", n=told) if told else self.words("request.told_nothing")
        if fact.kind != "Mediated":
            return ""
        well = "well" if fact.amount > NOTABLE else "badly" if fact.amount < 0 else "little"
        return self.words(f"request.mediated.{well}")

    def _question(self, fact: Fact) -> tuple[str, str]:
        """Title of a decision, and what was chosen."""
        found = self.desk.decision_text(fact.detail) if fact.kind in ("Asked", "Decided") else None
        if found is None:
            return "", ""
        chosen = found.options[fact.item].text if 0 <= fact.item < len(found.options) else None
        return self.text(found.title), self.text(chosen)

    def _said(self, fact: Fact) -> str:
        if fact.kind == "Said":
            return self.text(self.desk.message(fact)) or self.words(
                "event.other", place=self.place(fact.place)
            )
        if fact.kind == "Ended":
            outcome = self.desk.outcome()
            return self.text(outcome.title) if outcome else ""
        if fact.kind.startswith("Objective"):
            goals = self.desk.objectives()
            return self.text(goals[fact.detail - 1].text) if 0 < fact.detail <= len(goals) else ""
        return ""

    def _in_plan(self, name: Any, id: int, count: int, letter: str) -> str:
        if not 0 < id < count:
            return self.words("ui.dossier.unknown")
        return f"[link={letter}{id}]{name(id)}[/link]" if letter else str(name(id))

    def _order(self, fact: Fact) -> str:
        if fact.kind != "Ordered":
            return ""
        try:
            return self.words.first(f"order.{command_named(fact.detail // 10)}", "order.other")
        except StopIteration:
            return self.words("order.other")

    # refusals and texts of a pack

    def refusal(self, refusal: Refusal) -> str:
        """Why something can't be done."""
        key = refusal.reason if refusal.reason.startswith("refusal.") else f"refusal.{refusal.reason}"
        return self.words.first(key, "refusal.other", **self.arguments(refusal.args))

    def text(self, text: Text | str | None) -> str:
        """A pack's text in this language, its cast filled in as links."""
        if text is None:
            return ""
        if isinstance(text, str):
            return text
        if self.words.has(text.key):
            return self.words(text.key, **self.arguments(text.args))
        return safe(text.key)

    def arguments(self, args: dict[str, int]) -> dict[str, Value]:
        """What fills a text: rooms by names that begin with `room`, plain numbers `n`, else people."""
        return {name: self._argument(name, value) for name, value in args.items()}

    def _argument(self, name: str, value: Any) -> Value:
        if isinstance(value, str):
            return safe(value)
        if name.startswith(("room", "cell", "place")):
            return self.room(value)
        if name.startswith("wing"):
            return self._in_plan(self.wing_name, value, len(self.desk.plan.wings), "w")
        if name == "role":
            return self.words.named("role", ROLES[value])
        if name in ("n", "day", "hour", "minutes", "amount", "count"):
            return int(value)
        return self.person(value)
