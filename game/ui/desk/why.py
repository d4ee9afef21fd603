"""Why something happened: the tree of what led to it, as far as it is known."""

from typing import TYPE_CHECKING, NamedTuple

from pygame import Rect

from game.sim.views import Tree
from game.ui.desk.context import Context
from game.ui.kit import Area, icon_button, meter, rich, rich_height, scroll_area
from game.ui.kit.widgets import chip

if TYPE_CHECKING:
    from game.sim.knowledge import Fact

WIDTH, HEIGHT = 560, 420
INDENT, SIDE = 24, 150
"""Pixels a step of the tree goes in; width of the column with weight and role."""
ROLE_ICONS = {"deed": "zap", "motive": "flame", "means": "wrench", "opportunity": "door-open"}
OWN = frozenset(
    (
        *("Ordered", "Decided", "CellAssigned", "Posted", "DoorLocked", "DoorUnlocked", "WingLocked"),
        *("WingUnlocked", "RegimeSet", "Sent", "EyeSet", "EyeCleared"),
    )
)
"""Kinds that are the office's own doing."""


class Node(NamedTuple):
    """A line of the tree."""

    tree: Tree
    depth: int
    last: tuple[bool, ...]
    """For each step in: whether that branch is the last of its kind, so that its line ends there."""


def has_causes(context: Context, event: int) -> bool:
    """Whether there is anything to tell, even if it is only that something is unknown."""
    return bool(context.desk.why(event, depth=1).children)


def why_link(context: Context, fact: "Fact") -> str:
    """The link at the end of a line that opens the tree; empty where an event has no causes."""
    if not has_causes(context, fact.event):
        return ""
    return f" [link=e{fact.event}]{context.words('why.link')}[/link]"


def nodes(tree: Tree) -> list[Node]:
    """The tree line by line, from the top."""
    found: list[Node] = []

    def walk(tree: Tree, depth: int, last: tuple[bool, ...]) -> None:
        found.append(Node(tree, depth, last))
        for index, child in enumerate(tree.children):
            walk(child, depth + 1, (*last, index == len(tree.children) - 1))

    walk(tree, 0, ())
    return found


def draw_why(context: Context, area: Area) -> None:
    """Draw the card over the map."""
    ui, words = context.ui, context.words
    lines = context.remember("why", context.state.why, lambda: nodes(context.desk.why(context.state.why)))
    width = min(ui.px(WIDTH), area.w - ui.px(24))
    inner_width = width - ui.px(40)
    heights = [_height(context, node, inner_width) for node in lines]
    wanted = ui.px(44 + 20 + 34) + sum(heights)
    height = min(wanted, ui.px(HEIGHT), area.h - ui.px(24))
    card = Area(area).middle(width, height)
    ui.cover("why", card)
    ui.shadow(card, 22, 190)
    ui.box(card, "panel", 8, "edge")
    inner = card.inset(ui.px(18), ui.px(12))
    head = inner.cut_top(ui.px(30), ui.px(4))
    if icon_button(ui, "why.close", head.cut_right(ui.px(30)), "x", words("ui.close")):
        context.state.why = 0
    ui.icon("git-branch", head.cut_left(ui.px(24), ui.px(6)), 20, "accent")
    ui.label(head, words("why.title"), "text", "title", 22)
    ui.label(inner.cut_bottom(ui.px(22)), words("why.foot"), "dim", "body", 12)

    def content(whole: Area) -> None:
        for node, high in zip(lines, heights, strict=True):
            row = whole.cut_top(high)
            if row.bottom > inner.y and row.y < inner.bottom:
                _row(context, row, node)

    scroll_area(ui, "why.rows", inner, sum(heights), content)


def _text(context: Context, tree: Tree) -> str:
    words = context.words
    if tree.fact is None:
        return f"[c=dim]{words('why.unknown')}[/c]"
    when = words.moment(tree.fact.tick, context.desk.tick) if tree.fact.tick else words("why.before")
    return f"[c=dim]{when}[/c]  {context.narrator.fact(tree.fact)}"


def _room(context: Context, node: Node, width: int) -> int:
    side = context.ui.px(SIDE) if node.depth else 0
    return width - side - context.ui.px(INDENT) * node.depth - context.ui.px(28)


def _height(context: Context, node: Node, width: int) -> int:
    ui = context.ui
    own = ui.px(24) if _is_own(node.tree) else 0
    return max(
        ui.px(34),
        rich_height(ui, _text(context, node.tree), _room(context, node, width), 14) + own + ui.px(10),
    )


def _is_own(tree: Tree) -> bool:
    return tree.fact is not None and tree.fact.kind in OWN


def _row(context: Context, row: Area, node: Node) -> None:
    ui, tree = context.ui, node.tree
    step, middle = ui.px(INDENT), row.y + ui.px(12)
    for depth, last in enumerate(node.last):
        x = row.x + step * depth + step // 2
        if depth == node.depth - 1:
            ui.down(x, row.y - ui.px(4), middle - row.y + ui.px(4) if last else row.h + ui.px(4), "edge")
            ui.across(x, middle, step // 2, "edge")
        elif not last:
            ui.down(x, row.y, row.h, "edge")
    inner = Area(row.x + step * node.depth, row.y, row.w - step * node.depth, row.h)
    if node.depth:
        _weight(context, Area(inner.right - ui.px(SIDE), row.y, ui.px(SIDE), ui.px(24)), tree)
    icon, colour = context.narrator.sign(tree.fact.kind) if tree.fact else ("circle-question-mark", "dim")
    ui.icon(icon, Rect(inner.x, row.y, ui.px(22), ui.px(24)), 16, colour)
    room = _room(context, node, row.w + step * 0)
    text = Area(inner.x + ui.px(28), row.y + ui.px(3), room, row.h)
    high = rich_height(ui, _text(context, tree), room, 14)
    context.follow_link(rich(ui, f"why.{tree.event}.{node.depth}", text, _text(context, tree), 14))
    if _is_own(tree):
        chip(ui, (text.x, text.y + high + ui.px(2)), context.words("why.own"), "accent", "stamp")


def _weight(context: Context, area: Area, tree: Tree) -> None:
    """How much a cause weighed, and as what."""
    ui, words = context.ui, context.words
    ui.icon(ROLE_ICONS.get(tree.role, "circle-dot"), area.cut_left(ui.px(18), ui.px(4)), 14, "muted")
    if tree.fact is None:
        ui.label(area, words(f"why.role.{tree.role}"), "dim", "body", 12)
        return
    ui.label(Rect(area.x, area.y, area.w, ui.px(15)), words(f"why.role.{tree.role}"), "muted", "body", 12)
    bar = Rect(area.x, area.y + ui.px(17), area.w - ui.px(40), ui.px(4))
    meter(ui, bar, tree.weight, "accent")
    number = Rect(bar.right, area.y + ui.px(10), ui.px(38), ui.px(16))
    ui.label(number, f"{round(100 * tree.weight)} %", "muted", "small_number", 12, "right")
