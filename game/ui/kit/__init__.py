"""A small immediate-mode widget kit on plain pygame surfaces.

Widgets are functions that draw themselves and say what happened: `if button(ui, "ok", area, "Decide"): ...`.
Each registers its id with its rectangle in `ui.hits`, so that a test clicks by id.
"""

from game.ui.kit.bounded import Bounded
from game.ui.kit.canvas import Canvas, Cut
from game.ui.kit.chart import Line, chart
from game.ui.kit.chart_marks import Mark, chart_marks
from game.ui.kit.dragging import source, target
from game.ui.kit.dropdown import dropdown
from game.ui.kit.field import text_field
from game.ui.kit.layout import Area
from game.ui.kit.listing import listing
from game.ui.kit.markup import plain_text, safe, unlinked
from game.ui.kit.modal import modal, veil
from game.ui.kit.richtext import rich, rich_height
from game.ui.kit.scroll import content_height, scroll_area, scroll_content, scroll_measured
from game.ui.kit.slider import slider
from game.ui.kit.switches import checkbox, radio, segments, toggle
from game.ui.kit.table import Column, table
from game.ui.kit.theme import Colour, Theme, load_theme, palettes
from game.ui.kit.toasts import Toasts
from game.ui.kit.tones import tone_colour, tone_icon
from game.ui.kit.ui import Ui
from game.ui.kit.widgets import button, chip, chips, icon_button, meter, pill, tabs

__all__ = [
    "Area",
    "Bounded",
    "Canvas",
    "Colour",
    "Column",
    "Cut",
    "Line",
    "Mark",
    "Theme",
    "Toasts",
    "Ui",
    "button",
    "chart",
    "chart_marks",
    "checkbox",
    "chip",
    "chips",
    "content_height",
    "dropdown",
    "icon_button",
    "listing",
    "load_theme",
    "meter",
    "modal",
    "palettes",
    "pill",
    "plain_text",
    "radio",
    "rich",
    "rich_height",
    "safe",
    "scroll_area",
    "scroll_content",
    "scroll_measured",
    "segments",
    "slider",
    "source",
    "table",
    "tabs",
    "target",
    "text_field",
    "toggle",
    "tone_colour",
    "tone_icon",
    "unlinked",
    "veil",
]
