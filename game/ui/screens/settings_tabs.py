"""The tabs of the settings but for the keys: display, time, sound, comfort."""

from game.ui.clock import SPEEDS
from game.ui.desk.regions import largest_scale
from game.ui.kit import Area, button, rich, rich_height
from game.ui.kit.canvas import SCALES
from game.ui.kit.slider import slider
from game.ui.kit.switches import segments
from game.ui.kit.theme import load_theme, palettes
from game.ui.preferences import AUTOMATIC, VOLUMES
from game.ui.screens.page import Page
from game.ui.screens.parts import languages, section, setting_row, switch_row
from game.ui.stops import GROUPS, RULES

SPEED_SIGNS = ("", "½×", "1×", "3×", "10×", "60×")


def _switch(page: Page, whole: Area, name: str, key: str, field: str) -> None:
    """A switch for a field of the preferences that is on or off."""
    changed = switch_row(page, whole, name, key, getattr(page.stage.preferences, field))
    if changed is not None:
        page.stage.set(**{field: changed})


def _say(page: Page, whole: Area, key: str, **values: str | int) -> None:
    """A remark in small type."""
    ui, text = page.ui, page.words(key, **values)
    high = rich_height(ui, text, whole.w, 12.5)
    rich(ui, key, whole.cut_top(high, ui.px(10)), text, 12.5, "muted")


def display(page: Page, whole: Area) -> None:
    """Language, size, window."""
    ui, preferences = page.ui, page.stage.preferences
    languages(page, setting_row(page, whole, "screens.display.language"))
    _scales(page, setting_row(page, whole, "screens.display.scale", 0.62))
    largest = largest_scale(ui.surface.get_size())
    if preferences.scale == AUTOMATIC:
        now = page.stage.desk_scale(ui.surface.get_size())
        _say(page, whole, "screens.display.automatic_now", n=round(now * 100))
    elif preferences.scale > largest:
        _say(page, whole, "screens.display.limited", n=round(largest * 100))
    _switch(page, whole, "settings.fullscreen", "screens.display.fullscreen", "fullscreen")
    _switch(page, whole, "settings.acceleration", "screens.display.acceleration", "framebuffer_acceleration")


def _scales(page: Page, line: Area) -> None:
    now = page.stage.preferences.scale
    choices = (AUTOMATIC, *SCALES)
    at = choices.index(min(choices, key=lambda scale: abs(scale - now)))
    labels = [page.words("screens.display.automatic"), *(page.words.percent(scale) for scale in SCALES)]
    chosen = segments(page.ui, "settings.scale", line, labels, at)
    if chosen != at:
        page.stage.set(scale=choices[chosen])


def time(page: Page, whole: Area) -> None:
    """The speed at the start, and what stops the clock."""
    ui, words, stage = page.ui, page.words, page.stage
    line = setting_row(page, whole, "screens.time.speed", 0.62)
    labels = [SPEED_SIGNS[number] or words("screens.time.paused") for number in range(len(SPEEDS))]
    chosen = segments(ui, "settings.speed", line, labels, stage.preferences.speed)
    if chosen != stage.preferences.speed:
        stage.set(speed=chosen)
    _switch(page, whole, "settings.autosave", "screens.time.autosave", "autosave")
    section(page, whole, "screens.time.stops")
    _say(page, whole, "screens.time.stops_note")
    rules = [words(f"screens.rule.{rule}") for rule in RULES]
    for group in GROUPS:
        line = setting_row(page, whole, f"screens.stops.{group}", 0.5)
        now = RULES.index(stage.stops.of_group(group))
        chosen = segments(ui, f"settings.stops.{group}", line, rules, now)
        if chosen != now:
            stage.set(stops=stage.stops.chosen | {group: RULES[chosen]})
    _reset(page, whole, "settings.stops.reset", "screens.time.reset", bool(stage.stops.chosen))


def _reset(page: Page, whole: Area, name: str, key: str, changed: bool) -> None:
    ui, text = page.ui, page.words(key)
    line = whole.cut_top(ui.px(36), ui.px(4))
    cell = line.cut_right(ui.width(text, "body", 14) + ui.px(58))
    if button(ui, name, cell, text, "rotate-ccw", disabled=not changed):
        page.stage.set(stops={})


def sound(page: Page, whole: Area) -> None:
    """How loud each kind of sound is."""
    ui, stage = page.ui, page.stage
    if stage.sound.silent:
        _say(page, whole, "screens.sound.none")
    for kind in VOLUMES:
        line = setting_row(page, whole, f"screens.sound.{kind}")
        now = getattr(stage.preferences, kind)
        volume = slider(ui, f"settings.{kind}", line, now, step=0.05, shown=page.words.percent(now))
        if volume != now:
            stage.set(**{kind: volume})


def comfort(page: Page, whole: Area) -> None:
    """Calm pictures, colours, hints."""
    ui, words, stage = page.ui, page.words, page.stage
    _switch(page, whole, "settings.calm", "screens.comfort.calm", "calm")
    _switch(page, whole, "settings.hints", "screens.comfort.hints", "hints")
    _switch(page, whole, "settings.edge_scroll", "screens.comfort.edge_scroll", "edge_scroll")
    section(page, whole, "screens.comfort.palette.name")
    _say(page, whole, "screens.comfort.palette.note")
    for palette in palettes():
        row = whole.cut_top(ui.px(40), ui.px(6))
        chosen = stage.preferences.palette == palette
        hot, hit = ui.hit(f"settings.palette.{palette}", row)
        ui.box(row, "hover" if hot else "card", 6, "accent" if chosen else "line")
        inner = row.inset(ui.px(16), 0)
        ui.icon(
            "circle-dot" if chosen else "circle",
            inner.cut_left(ui.px(20), ui.px(10)),
            18,
            "accent" if chosen else "muted",
        )
        _samples(page, inner.cut_right(ui.px(6 * 24 - 4)), palette)
        ui.label(inner, words(f"screens.palette.{palette}"), "text", "body", 14)
        if hit and not chosen:
            stage.set(palette=palette)


def _samples(page: Page, line: Area, palette: str) -> None:
    """The colours that matter, as this palette has them."""
    ui, theme = page.ui, load_theme(palette)
    for name in ("good", "warn", "danger", "accent", "link", "violet"):
        cell = line.cut_left(ui.px(20), ui.px(4))
        ui.box(cell.middle(ui.px(18), ui.px(18)), theme.rgb(name), 4)
