"""The sheets that the rail opens, by name, and those that need more room than the others."""

from game.ui.desk.brief import draw_brief
from game.ui.desk.hours import SHEET_WIDTH as HOURS_WIDTH
from game.ui.desk.hours import draw_hours
from game.ui.desk.infirmary import draw_infirmary
from game.ui.desk.people import draw_people
from game.ui.desk.posts import draw_posts
from game.ui.desk.requests import draw_requests
from game.ui.desk.visits import SHEET_WIDTH as VISITS_WIDTH
from game.ui.desk.visits import draw_visits
from game.ui.desk.wings import draw_wings

SHEET_PANELS = {
    "people": draw_people,
    "wings": draw_wings,
    "hours": draw_hours,
    "posts": draw_posts,
    "brief": draw_brief,
    "requests": draw_requests,
    "visits": draw_visits,
    "infirmary": draw_infirmary,
}
SHEET_WIDTHS = {"hours": HOURS_WIDTH, "visits": VISITS_WIDTH}
"""Pixels of sheets that need more than the others."""
