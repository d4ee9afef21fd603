"""The sheet of posts: which are filled, by whom, and who could be put on them."""

from pygame import Rect

from game.sim.commands import PostOfficer
from game.sim.views import PostView
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.desk.parts import sheet_head
from game.ui.kit import Area, button, icon_button, rich, scroll_area

HEAD, PERSON, CANDIDATE, CAPS = 44, 30, 40, 24
"""Heights at scale 1: of a post's head, of who is on it, of who could be, and of the line over these."""
CANDIDATES = 12


def draw_posts(context: Context, area: Area) -> None:
    """Draw the sheet, kept until a minute passes."""
    key = (context.version, context.words.lang, context.state.posting)
    context.ui.cached("posts", area, key, lambda: _draw(context, area))


def _draw(context: Context, area: Area) -> None:
    ui, words = context.ui, context.words
    ui.fill(area, "panel")
    ui.down(area.right - 1, area.y, area.h)
    inner = area.inset(ui.px(16), ui.px(12))
    sheet_head(context, inner, words("ui.posts.title"), "posts")
    posts = sorted(
        (post for post in context.desk.posts() if post.id and (post.wanted or post.staff)),
        key=lambda post: (len(post.staff) >= post.wanted, post.id),
    )
    heights = [_height(context, post) for post in posts]

    def cards(whole: Area) -> None:
        for post, height in zip(posts, heights, strict=True):
            card = whole.cut_top(height, ui.px(6))
            if card.bottom > inner.y and card.y < inner.bottom:
                _card(context, card, post)

    scroll_area(ui, "posts", inner, sum(heights) + ui.px(6) * len(posts), cards)


def _height(context: Context, post: PostView) -> int:
    high = PERSON * len(post.staff)
    if context.state.posting == post.id:
        high += CAPS + CANDIDATE * max(1, len(candidates(context, post)))
    return context.ui.px(HEAD + high + (8 if high else 0))


def candidates(context: Context, post: PostView) -> list[int]:
    """Who could take a post: those on duty first, then by name."""
    desk = context.desk
    able = [id for id in desk.people(post.role) if not context.refusal(PostOfficer(id, post.id))]
    files = [context.dossier(id) for id in able]
    files.sort(key=lambda file: (not file.on_duty, bool(file.post), file.name))
    return [file.id for file in files[:CANDIDATES]]


def _card(context: Context, area: Area, post: PostView) -> None:
    ui, words, state = context.ui, context.words, context.state
    ui.box(area, "card", 6, "line")
    head = area.cut_top(ui.px(HEAD))
    inner = head.inset(ui.px(12), 0)
    short = post.wanted - len(post.staff)
    add = inner.cut_right(ui.px(30), ui.px(8))
    square = Area(add.x, add.centery - ui.px(15), ui.px(30), ui.px(30))
    tip = words("ui.posts.add_tip")
    if icon_button(ui, f"posts.{post.key}.add", square, "user-plus", tip, active=state.posting == post.id):
        state.posting = 0 if state.posting == post.id else post.id
    status = words("ui.posts.short", n=short) if short > 0 else words("ui.posts.full")
    count = f"{len(post.staff)}/{post.wanted}"
    colour = "warn" if short > 0 else "good"
    ui.icon("triangle-alert" if short > 0 else "check", inner.cut_left(ui.px(22), ui.px(6)), 16, colour)
    right = inner.cut_right(ui.px(78), ui.px(6))
    ui.label(Rect(right.x, right.y + ui.px(4), right.w, ui.px(20)), count, "text", "number", 15, "right")
    ui.label(Rect(right.x, right.y + ui.px(22), right.w, ui.px(16)), status, colour, "body", 12, "right")
    name = Rect(inner.x, inner.y + ui.px(4), inner.w, ui.px(20))
    ui.brief(name, context.narrator.post_name(post.id), "text", "strong", 14)
    where = context.narrator.room(post.rooms[0]) if post.rooms else ""
    more = f" +{len(post.rooms) - 1}" if len(post.rooms) > 1 else ""
    line = Rect(inner.x, inner.y + ui.px(22), inner.w, ui.px(18))
    context.follow_link(rich(ui, f"posts.{post.key}", line, where + more, 12, "muted"))
    for person in post.staff:
        _person(context, area.cut_top(ui.px(PERSON)).inset(ui.px(12), ui.px(1)), person)
    if state.posting == post.id:
        _candidates(context, area, post)


def _candidates(context: Context, area: Area, post: PostView) -> None:
    ui, words = context.ui, context.words
    found = candidates(context, post)
    ui.caps(area.cut_top(ui.px(CAPS)).inset(ui.px(16), ui.px(6)), words("ui.posts.candidates"), "dim")
    if not found:
        ui.label(area.cut_top(ui.px(PERSON)).inset(ui.px(12), 0), words("ui.posts.none"), "muted", "body", 13)
    wide = ui.width(words("ui.posts.add"), "body", 12) + ui.px(24)
    for person in found:
        line = area.cut_top(ui.px(CANDIDATE)).inset(ui.px(12), ui.px(1))
        cell = line.cut_right(wide, ui.px(6)).inset(0, ui.px(5))
        if button(ui, f"posts.{post.key}.take.{person}", cell, words("ui.posts.add"), size=12):
            context.order(PostOfficer(person, post.id))
            context.state.posting = 0
        _person(context, line, person, _now_at(context, person))


def _now_at(context: Context, person: int) -> str:
    """Where somebody would be missing, and whether he is off duty."""
    file, words = context.dossier(person), context.words
    at = words("ui.posts.leaves", post=context.narrator.post_name(file.post)) if file.post else ""
    return " · ".join(part for part in (at, "" if file.on_duty else words("ui.dossier.off_duty")) if part)


def _person(context: Context, line: Area, person: int, note: str = "") -> None:
    """Face and name, with a note below."""
    ui = context.ui
    hot, hit = ui.hit(f"posts.person.{person}.{line.y}", line)
    if hot:
        ui.box(line, "hover", 4)
    side = ui.px(24)
    draw_face(context, person, Rect(line.x + ui.px(4), line.centery - side // 2, side, side))
    name = Rect(line.x + side + ui.px(14), line.y, line.w - side - ui.px(14), line.h)
    if note:
        name.h = line.h // 2
        ui.brief(name.move(0, name.h - ui.px(2)), note, "muted", "body", 12)
        name.y += ui.px(1)
    ui.brief(name, context.desk.name(person), "text", "body", 13)
    if hit:
        context.select(person, show=True)
