"""Settings: language, size, and which keys there are."""

from game.ui.desk.context import Context
from game.ui.desk.parts import section
from game.ui.desk.regions import largest_scale
from game.ui.kit import Area, button, rich, rich_height
from game.ui.kit.canvas import SCALES
from game.ui.kit.modal import modal
from game.ui.words import LANGUAGES, Words

WIDTH = 520


def draw_settings(context: Context) -> None:
    """Draw the settings over the desk."""
    ui, words = context.ui, context.words
    keys, foot = words("ui.settings.keys_text"), words("ui.settings.unofficial")
    wide = ui.px(WIDTH - 56)
    height = ui.px(352) + rich_height(ui, keys, wide, 14) + rich_height(ui, foot, wide, 12)
    area = modal(ui, WIDTH, height).inset(ui.px(28), ui.px(22))
    ui.label(area.cut_top(ui.px(34), ui.px(14)), words("ui.settings.title"), "text", "title", 26)
    section(context, area, words("ui.settings.language"))
    _languages(context, area.cut_top(ui.px(36), ui.px(16)))
    section(context, area, words("ui.settings.scale"))
    _scales(context, area.cut_top(ui.px(36), ui.px(16)))
    section(context, area, words("ui.settings.keys"))
    rich(ui, "settings.keys", area.cut_top(rich_height(ui, keys, area.w), ui.px(14)), keys, 14, "muted")
    rich(ui, "settings.foot", area, foot, 12, "dim")
    buttons = area.cut_bottom(ui.px(38)).columns(2, ui.px(8))
    if button(ui, "settings.quit", buttons[0], words("ui.settings.quit"), "log-out"):
        context.wanted_quit = True
    if button(ui, "settings.close", buttons[1], words("ui.settings.close"), kind="primary"):
        context.state.settings = False


def _languages(context: Context, line: Area) -> None:
    for cell, lang in zip(line.columns(2, context.ui.px(6)), LANGUAGES, strict=True):
        active = context.words.lang == lang
        if button(context.ui, f"settings.lang.{lang}", cell, Words(lang)("language"), active=active):
            context.wanted_lang = lang


def _scales(context: Context, line: Area) -> None:
    ui = context.ui
    largest = largest_scale(ui.surface.get_size())
    for cell, scale in zip(line.columns(len(SCALES), ui.px(6)), SCALES, strict=True):
        name = f"settings.scale.{round(scale * 100)}"
        if button(
            ui, name, cell, f"{round(scale * 100)} %", active=ui.scale == scale, disabled=scale > largest
        ):
            context.wanted_scale = scale
