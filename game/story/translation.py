"""Translations against the files they translate, and all texts of a pack together."""

from game.sim.house.plan import PrisonPlan
from game.story.pack import Pack
from game.story.prison.flood import numbered
from game.story.reading.bind import Model
from game.story.reading.problem import Place, did_you_mean
from game.story.reading.scalars import Words
from game.story.reading.source import Source
from game.story.texts import Texts, fields, leaves
from game.story.walk import walk

META = ("format", "lang")


def source_texts(pack: Pack) -> dict[str, str]:
    """All texts in the files of a pack, by key."""
    models: list[Model | None] = [pack.pack.model, pack.prison.model, pack.people.model]
    models += [read.model for read in pack.scenarios.values()]
    return {
        value.key: str(value)
        for model in models
        if model
        for _, value in walk(model)
        if isinstance(value, Words)
    }


def make_texts(pack: Pack, source: str) -> Texts:
    """The texts of a pack in all languages, the numbered rooms written out."""
    texts = Texts(source)
    texts.add(source, source_texts(pack).items())
    for lang, read in pack.translations.items():
        if read.root is not None:
            texts.add(lang, ((key, leaf.text) for key, leaf, _ in leaves(read.root)))
    if pack.plan is not None:
        _number_rooms(texts, pack, pack.plan)
    return texts


def _number_rooms(texts: Texts, pack: Pack, plan: PrisonPlan) -> None:
    """`prison.rooms.pod_{n}.name` becomes a text for each pod."""
    keys = {room.key for room in plan.rooms}
    entries = pack.prison.model.rooms.values() if pack.prison.model else []
    for lang in list(texts.by_language):
        known = texts.by_language[lang]
        for entry in entries:
            name = known.get(f"prison.rooms.{entry.key}.name")
            if name is None or not entry.each:
                continue
            for number in range(1, len(plan.rooms)):
                key = numbered(entry.key, number)
                if key not in keys:
                    break
                known[f"prison.rooms.{key}.name"] = numbered(name, number)


def check_translations(pack: Pack) -> None:
    """Each text of a translation has to be one of the pack's, and name the same people."""
    texts = source_texts(pack)
    broken = {stem for stem, read in pack.scenarios.items() if read.model is None}
    broken |= {name for name in ("prison", "people", "pack") if getattr(pack, name).model is None}
    for lang, read in pack.translations.items():
        if read.root is None:
            continue
        found = set()
        for key, leaf, place in leaves(read.root):
            if key in META or key.split(".")[0] in broken:
                continue
            found.add(key)
            _check(read.source, key, leaf.text, place, texts)
        missing = sorted(key for key in texts if key not in found)
        if missing:
            message = f"{len(missing)} texts have no translation into '{lang}', the first is '{missing[0]}'"
            read.source.report(Place(), "W305", message)


def _check(source: Source, key: str, text: str, place: Place, texts: dict[str, str]) -> None:
    if key not in texts:
        near = [each for each in texts if each.split(".")[0] == key.split(".")[0]]
        source.report(
            place, "E105", f"there is no text '{key}' to translate", did_you_mean(key, near or texts)
        )
        return
    for field in fields(text):
        if field not in fields(texts[key]):
            help = did_you_mean(field, fields(texts[key]))
            source.report(place, "E106", f"the text names '{{{field}}}', but the original does not", help)
