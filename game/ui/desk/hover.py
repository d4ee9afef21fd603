"""What is said of whoever is under the mouse on the map: his name, what he does, how he is as judged."""

from pygame import Rect

from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.desk.faces import mood_line, mood_of
from game.ui.kit import safe

REST_SECONDS = 0.35
"""How long the mouse stays on somebody before he is told of."""


def draw_hover(context: Context, area: Rect, board: Board) -> None:
    """Explain the person under the mouse; what is said of him is made once a tick."""
    ui = context.ui
    if ui.hot != "map" or ui.inputs.down or context.state.sending:
        return
    x, y = ui.pointer(area)
    person = board.person_at((x, y), area)
    since = context.memory.get("hover")
    if since is None or since[0] != person:
        since = context.memory["hover"] = (person, ui.now)
    if person and ui.now - since[1] >= REST_SECONDS:
        text = context.remember(f"hover {person}", None, lambda: told_of(context, person))
        ui.explain(text, Rect(x - ui.px(8), y - ui.px(8), ui.px(16), ui.px(24)))


def told_of(context: Context, person: int) -> str:
    """Name, what he is about, and his mood as judged. Staff are not judged."""
    words, file = context.words, context.dossier(person)
    doing = words("use.walk") if file.walking else words.named("use", file.doing)
    role = words.named("role", file.role)
    lines = [f"[b]{safe(file.name)}[/b]  [c=muted]{role}[/c]", doing]
    if file.role == "inmate":
        lines.append(mood_line(context, mood_of(context, person)))
        wound = context.desk.wound(person)
        if wound is not None:
            when = words.moment(wound.tick, context.desk.tick)
            hurt = words("mind.wound", wound=words.named("severity", wound.severity), time=when)
            lines.append(f"[c=warn]{hurt}[/c]")
    return "\n".join(lines)
