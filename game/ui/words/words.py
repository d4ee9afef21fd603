"""Words in one language: messages by key, numbers, times and lengths of time."""

import re
from collections.abc import Mapping

from babel import Locale
from babel.dates import get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from game.sim.engine import calendar
from game.ui.words.catalogue import LANGUAGES, Message, catalogue

FIELD = re.compile(r"\{(\w+)\}")
DOUBLE_STOP = re.compile(r"(?<!\.)\.\.(?!\.)")
"""A filled value that ends with a full stop, such as an abbreviation, before the sentence's own."""
Value = str | int | float


class MissingWordError(KeyError):
    """A message, or what should fill it, isn't there."""


class Words:
    """The words of a language; `words("ui.day", n=3)` gives `Day 3`."""

    def __init__(
        self, lang: str = "en", extra: Mapping[str, str] | None = None, strict: bool = False
    ) -> None:
        """`extra`: a pack's own texts. `strict`: raise on what is missing, instead of showing the key."""
        self.lang = lang if lang in LANGUAGES else LANGUAGES[0]
        self.strict = strict
        self.extra: Mapping[str, str] = extra or {}
        self._locale = Locale.parse(self.lang)
        self._messages = catalogue(self.lang)

    def has(self, key: str) -> bool:
        """Whether there is a message of this key."""
        return key in self.extra or key in self._messages

    def __call__(self, key: str, **values: Value) -> str:
        """The message of a key, filled. Of plurals, the form for `n` is taken."""
        message = self._find(key)
        if message is None:
            if self.strict:
                raise MissingWordError(key)
            return key.rpartition(".")[2].replace("_", " ")
        return self.fill(self._form(message, values), values)

    def first(self, *keys: str, **values: Value) -> str:
        """The message of the first key that exists, else of the last."""
        return self(next((key for key in keys if self.has(key)), keys[-1]), **values)

    def named(self, table: str, key: str) -> str:
        """An entry of a table of names, such as `crime`; an unknown key is shown as plain words."""
        if not key:
            return ""
        found = self._find(f"{table}.{key}")
        return found if isinstance(found, str) else key.replace("_", " ").capitalize()

    def _find(self, key: str) -> Message | None:
        return self.extra.get(key) or self._messages.get(key)

    def _form(self, message: Message, values: Mapping[str, Value]) -> str:
        if isinstance(message, str):
            return message
        count = values.get("n", 0)
        form = self._locale.plural_form(count if isinstance(count, int | float) else 0)
        return message.get(form, message["other"])

    def fill(self, text: str, values: Mapping[str, Value]) -> str:
        """`text` with its `{names}` replaced; never str.format, which would read attributes."""

        def value(match: re.Match[str]) -> str:
            name = match[1]
            if name not in values:
                if self.strict:
                    raise MissingWordError(f"{{{name}}} in: {text}")
                return "…"
            found = values[name]
            return found if isinstance(found, str) else self.number(found)

        return DOUBLE_STOP.sub(".", FIELD.sub(value, text))

    # numbers and times

    def number(self, value: float) -> str:
        """A number with the language's separators, at most one digit behind the point."""
        if isinstance(value, int) and 0 <= value < 1000:
            return str(value)
        return str(format_decimal(value, format="#,##0.#", locale=self._locale))

    def percent(self, share: float) -> str:
        """A share from 0 to 1 in whole per cent, with the language's space before the sign."""
        return str(format_percent(share, locale=self._locale))

    def time(self, tick: int) -> str:
        """The time of day, such as 14:05."""
        minutes = calendar.minute_of_day(tick)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"

    def weekday(self, tick: int, width: str = "abbreviated") -> str:
        """The name of the day of the week."""
        names = get_day_names("abbreviated" if width == "abbreviated" else "wide", locale=self._locale)
        return str(names[calendar.weekday_of(tick)]).rstrip(".")

    def day(self, tick: int) -> str:
        """The day, such as `Day 3`."""
        return self("ui.day", n=calendar.day_of(tick))

    def moment(self, tick: int, now: int) -> str:
        """The time of day; with the day before it when it isn't today."""
        same = calendar.day_of(tick) == calendar.day_of(now)
        return self.time(tick) if same else f"{self.day(tick)}, {self.time(tick)}"

    def length(self, minutes: int) -> str:
        """A length of time, in the two largest units that matter."""
        if minutes < calendar.MINUTES_PER_HOUR:
            return self("unit.minutes", n=max(0, minutes))
        if minutes >= 2 * calendar.MINUTES_PER_DAY:
            return self("unit.days", n=minutes // calendar.MINUTES_PER_DAY)
        hours, rest = divmod(minutes, calendar.MINUTES_PER_HOUR)
        return self("unit.hours_minutes", h=hours, m=rest) if rest else self("unit.hours", n=hours)

    def sentence(self, days: int) -> str:
        """A sentence: years, months or days; -1 life, -2 death."""
        if days < 0:
            return self("sentence.life" if days == -1 else "sentence.death")
        for unit, size in (("years", 365), ("months", 30)):
            if days >= size:
                return self(f"sentence.{unit}", n=round(days / size))
        return self("sentence.days", n=days)

    def listing(self, items: list[str]) -> str:
        """`a, b and c`."""
        return str(format_list(items, locale=self._locale)) if items else ""
