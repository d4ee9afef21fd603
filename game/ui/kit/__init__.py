"""A small immediate-mode widget kit on plain pygame surfaces.

Widgets are functions that draw themselves and say what happened: `if button(ui, "ok", area, "Decide"): ...`.
Each registers its id with its rectangle in `ui.hits`, so that a test clicks by id.
"""

from game.ui.kit.bounded import Bounded
from game.ui.kit.canvas import Canvas
from game.ui.kit.chart import Line, chart
from game.ui.kit.layout import Area
from game.ui.kit.markup import plain_text, safe, unlinked
from game.ui.kit.modal import modal, veil
from game.ui.kit.richtext import rich, rich_height
from game.ui.kit.scroll import scroll_area
from game.ui.kit.table import Column, table
from game.ui.kit.theme import Colour, Theme, load_theme
from game.ui.kit.ui import Ui
from game.ui.kit.widgets import button, chip, chips, icon_button, meter, pill, tabs, text_field

__all__ = [
    "Area",
    "Bounded",
    "Canvas",
    "Colour",
    "Column",
    "Line",
    "Theme",
    "Ui",
    "button",
    "chart",
    "chip",
    "chips",
    "icon_button",
    "load_theme",
    "meter",
    "modal",
    "pill",
    "plain_text",
    "rich",
    "rich_height",
    "safe",
    "scroll_area",
    "table",
    "tabs",
    "text_field",
    "unlinked",
    "veil",
]
