"""Rich text: `[b]…[/b]`, `[c=colour]…[/c]`, `[link=id]…[/link]`, `[icon=name]`; other brackets are text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TAG = re.compile(r"(\[(?:b|/b|/c|/link|c=[^\]\[]*|link=[^\]\[]*|icon=[^\]\[]*)\])")
LINK = re.compile(r"\[/?link[^\]\[]*\]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text (or an icon) in one style."""

    text: str
    face: str
    colour: str
    link: str = ""
    icon: str = ""


def safe(text: str) -> str:
    """Foreign text (names, files), so that it can't be read as markup."""
    return text.replace("[", "(").replace("]", ")")


def plain_text(text: str) -> str:
    """Rich text without its marks."""
    return TAG.sub("", text)


def unlinked(text: str) -> str:
    """Rich text without its links, for where nothing can be clicked."""
    return LINK.sub("", text)


def runs(text: str, colour: str = "text") -> Iterator[Run]:
    """The stretches of a rich text, in order."""
    styles = [("body", colour, "")]
    for part in TAG.split(text):
        if not part:
            continue
        if not TAG.fullmatch(part):
            face, tint, link = styles[-1]
            yield Run(part, face, tint, link)
            continue
        name, _, value = part[1:-1].partition("=")
        face, tint, link = styles[-1]
        if name == "b":
            styles.append(("strong", tint, link))
        elif name == "c":
            styles.append((face, value, link))
        elif name == "link":
            styles.append((face, "link", value))
        elif name == "icon":
            yield Run("", face, tint, link, value)
        elif len(styles) > 1:
            styles.pop()
