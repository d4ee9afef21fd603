"""A decision: a picture of the place, what is known, the options with what they are said to do."""

import pygame
from pygame import Rect

from game.sim.commands import Decide
from game.sim.office import Effect
from game.sim.views import DecisionView, OptionView
from game.ui.bindings import OPTIONS
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.desk.scenery import scene_band
from game.ui.kit import Area, button, chips, plain_text, rich, rich_height, scroll_measured
from game.ui.kit.modal import modal
from game.ui.kit.theme import Colour

BAND, LEAST_BAND = 132, 84
"""Height of the picture, and what is left of it in a low window."""
TITLE, FOOT = 30, 84
FACES, FACE = 4, 52
"""Most people shown whom a question is about, and the side of a face."""
TONES: dict[str, Colour] = {"good": "good", "warn": "warn", "danger": "danger", "info": "link", "?": "warn"}


def draw_decision(context: Context) -> None:
    """Draw the open decision over the desk."""
    decision = next((d for d in context.desk.decisions() if d.id == context.state.decision), None)
    if decision is None:
        context.state.decision = 0
        return
    ui = context.ui
    text = context.narrator.text(decision.text)

    def measure(width: int) -> int:
        heights = [_option_height(context, option, width) for option in decision.options]
        return rich_height(ui, text, width, 15) + ui.px(14) + sum(heights) + ui.px(8) * len(heights)

    told = measure(ui.px(ui.theme.desk["modal"] - 56))
    box = modal(ui, ui.theme.desk["modal"], ui.px(BAND + FOOT) + told)
    band = max(ui.px(LEAST_BAND), min(ui.px(BAND), box.h - ui.px(FOOT) - told))
    body = Area(box.x + ui.px(28), box.y + band, box.w - ui.px(56), box.h - band - ui.px(FOOT - 10))

    def content(whole: Area) -> None:
        used = rich_height(ui, text, whole.w, 15)
        _look_up(context, rich(ui, "decision.text", whole.cut_top(used, ui.px(14)), text, 15))
        for option in decision.options:
            high = _option_height(context, option, whole.w)
            _option(context, whole.cut_top(high, ui.px(8)), decision, option)

    scroll_measured(ui, "decision", body, measure, content)
    _band(context, box, decision, band)  # its faces are the last that Tab comes to
    _choose_by_key(context, decision)
    _foot(context, Area(body.x, box.bottom - ui.px(58), body.w, ui.px(38)), decision)


def _band(context: Context, box: Area, decision: DecisionView, high: int) -> None:
    ui, words = context.ui, context.words
    room = _place(context, decision)
    there = next((who for who in decision.about if context.desk.room_of(who) == room), 0)
    scene_band(context, Rect(box.x, box.y, box.w, high), room, there)
    until = words("ui.decision.deadline", time=words.moment(decision.deadline, context.desk.tick))
    caps = f"{words('ui.decision.caps')} · {until}"
    ui.caps(Rect(box.x + ui.px(28), box.y + high - ui.px(68), box.w - ui.px(56), ui.px(16)), caps, "accent")
    title = plain_text(context.narrator.text(decision.title))
    line = Area(box.x + ui.px(28), box.y + high - ui.px(52), box.w - ui.px(56), ui.px(38))
    _faces(context, line, decision)
    ui.title(line, title, TITLE)


def _faces(context: Context, line: Area, decision: DecisionView) -> None:
    """Those whom it is about, at the right end of the title; a click opens the file."""
    ui = context.ui
    for who in [who for who in decision.about if context.desk.exists(who)][:FACES][::-1]:
        cell = line.cut_right(ui.px(FACE), ui.px(8))
        face = Rect(cell.x, line.bottom - ui.px(FACE), ui.px(FACE), ui.px(FACE))
        draw_face(context, who, face)
        hot, hit = ui.hit(f"decision.face.{who}", face)
        ui.ring(face, "accent" if hot else "edge")
        if hot:
            ui.explain(context.narrator.person(who), face)
        if hit:
            _look_up(context, f"p{who}")


def _place(context: Context, decision: DecisionView) -> int:
    """Where it is asked; else where the first of those is whom it is about, or where he lives."""
    if decision.place:
        return decision.place
    desk = context.desk
    about = [who for who in decision.about if desk.exists(who)]
    rooms = [room for who in about for room in (desk.room_of(who), desk.cell_of(who)) if room]
    return rooms[0] if rooms else 0


def _option_height(context: Context, option: OptionView, width: int) -> int:
    ui = context.ui
    hint = context.narrator.text(option.hint) if option.hint else ""
    text = width - ui.px(54 + 14)
    beside = _chips_beside(context, option, text)
    high = rich_height(ui, _bold(context, option), text - beside, 15)
    below = (
        0
        if beside or not option.effects
        else ui.px(8) + chips(ui, Rect(0, 0, text, 0), _chips(context, option), draw=False)
    )
    return ui.px(20) + high + (rich_height(ui, hint, text, 13) if hint else 0) + below


def _bold(context: Context, option: OptionView) -> str:
    return f"[b]{context.narrator.text(option.text)}[/b]"


def _chips(context: Context, option: OptionView) -> list[tuple[str, Colour, str]]:
    """What an option is said to do, as text, colour and icon."""
    return [
        (_effect(context, effect), TONES.get(effect.tone, "link"), effect.icon) for effect in option.effects
    ]


def _chips_beside(context: Context, option: OptionView, width: int) -> int:
    """Width of the effects if they stand beside the option's name; 0 when they don't, for want of room."""
    ui = context.ui
    wide = sum(ui.width(text, "body", 12) + ui.px(38) for text, _, _ in _chips(context, option))
    name = ui.width(plain_text(context.narrator.text(option.text)), "strong", 15)
    return wide if name + wide + ui.px(8) <= width else 0


def _effect(context: Context, effect: Effect) -> str:
    """What an effect is said to be; with a question mark when nobody knows."""
    text = plain_text(context.narrator.text(effect.text))
    return text if effect.tone != "?" or text.endswith("?") else f"{text}?"


def _option(context: Context, area: Area, decision: DecisionView, option: OptionView) -> None:
    ui, state = context.ui, context.state
    chosen, refused = state.option == option.key, option.refusal is not None
    hot, hit = ui.hit(f"decision.option.{option.key}", area)
    if hit and chosen and ui.by_keys:
        _decide(context, decision)
    elif hit and not refused:
        state.option = option.key
    ground = "hover" if hot and not refused else "card"
    ui.box(area, ground, 6, "accent" if chosen else "line", thick=1.5 if chosen else 1)
    mark = Rect(area.x, area.y, ui.px(54), area.h)
    ui.icon("circle-dot" if chosen else "circle", mark, 20, "accent" if chosen else "muted")
    number = decision.options.index(option) + 1
    if number <= OPTIONS and not chosen:
        ui.label(mark, context.keys.shown(f"option{number}", context.words), "muted", "body", 11, "centre")
    inner = Area(area.x + ui.px(54), area.y + ui.px(10), area.w - ui.px(68), area.h)
    beside = _chips_beside(context, option, inner.w)
    if beside:
        _effects(context, Area(inner.right - beside + ui.px(6), inner.y, beside, inner.h), option)
    ink, text = "dim" if refused else "text", _bold(context, option)
    line = inner.cut_top(rich_height(ui, text, inner.w - beside, 15))
    line.w -= beside
    _look_up(context, rich(ui, f"decision.{option.key}.text", line, text, 15, ink))
    if option.hint:
        told = context.narrator.text(option.hint)
        hint = inner.cut_top(rich_height(ui, told, inner.w, 13))
        _look_up(context, rich(ui, f"decision.{option.key}.hint", hint, told, 13, "muted"))
    if not beside:
        inner.cut_top(ui.px(8))
        _effects(context, inner, option)
    if hot and option.refusal:
        ui.explain(f"[c=warn]{context.narrator.refusal(option.refusal)}[/c]", area)
    elif hot and ui.inputs.double:
        _decide(context, decision)


def _effects(context: Context, area: Area, option: OptionView) -> None:
    """The effects as chips in lines; under the mouse, whether anybody can tell."""
    ui = context.ui
    high = chips(ui, area, _chips(context, option))
    place = Rect(area.x, area.y, area.w, high)
    if place.collidepoint(ui.inputs.mouse):
        open_end = any(effect.tone == "?" for effect in option.effects)
        ui.explain(context.words(f"ui.decision.{'open_effect' if open_end else 'effect'}"), place)


def _foot(context: Context, line: Area, decision: DecisionView) -> None:
    ui, words = context.ui, context.words
    default = next((o for o in decision.options if o.key == decision.default), decision.options[0])
    going = plain_text(context.narrator.text(default.text))
    ready = any(o.key == context.state.option for o in decision.options)
    tip = "" if ready else words("ui.decision.choose_tip")
    cell, text = line.cut_right(ui.px(150), ui.px(10)), words("ui.decision.decide")
    if button(ui, "decision.ok", cell, text, kind="primary", tip=tip, disabled=not ready, size=15):
        _decide(context, decision)
    tip = words(
        "ui.decision.later_tip", time=words.moment(decision.deadline, context.desk.tick), default=going
    )
    cell, text = line.cut_right(ui.px(110), ui.px(10)), words("ui.decision.later")
    if button(ui, "decision.later", cell, text, kind="ghost", tip=tip, size=15):
        put_off(context)
    ui.brief(line, words("ui.decision.default", default=going), "muted", "body", 13)


def _choose_by_key(context: Context, decision: DecisionView) -> None:
    """Numbers choose an option, arrows begin at the first or the last, Enter decides."""
    ui, keys, state = context.ui, context.ui.inputs, context.state
    for number, option in enumerate(decision.options):
        bound = number < OPTIONS and context.keys.pressed(keys, f"option{number + 1}")
        if bound and option.refusal is None:
            state.option, ui.focus, ui.by_keys = option.key, f"decision.option.{option.key}", True
    for key, option in ((pygame.K_DOWN, decision.options[0]), (pygame.K_UP, decision.options[-1])):
        if ui.focus is None and keys.key(key):
            ui.focus, ui.by_keys = f"decision.option.{option.key}", True
    if any(option.key == state.option for option in decision.options) and keys.key(pygame.K_RETURN):
        _decide(context, decision)


def _look_up(context: Context, link: str | None) -> None:
    """Go where a name leads. The question steps aside meanwhile; the line below the clock leads back to it."""
    if link:
        put_off(context)
        context.follow_link(link)


def put_off(context: Context) -> None:
    """Leave a decision for later: it no longer stops the clock, until little time is left."""
    context.session.put_off.add(context.state.decision)
    context.state.decision, context.state.option = 0, ""


def _decide(context: Context, decision: DecisionView) -> None:
    taken = next((o for o in decision.options if o.key == context.state.option), None)
    if taken and context.order(Decide(decision.id, taken.key)):
        option = plain_text(context.narrator.text(taken.text))
        context.notify(context.words("ui.decision.taken", option=option), "good")
        context.state.decision, context.state.option = 0, ""
