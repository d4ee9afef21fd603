"""Marks over the picture, not dimmed by the night: the ring of the selected, labels with names, signs over heads."""

import math
from functools import partial

import pygame

from game.sim.views import Sign
from game.ui.art.atlas import Atlas
from game.ui.art.canvas import Canvas
from game.ui.art.palette import Colour, clear, rgb
from game.ui.art.signs import paint_sign
from game.ui.kit.lettering import Lettering
from game.ui.kit.theme import load_theme
from game.ui.map.bodies import Body
from game.ui.map.moment import Focus

AMBER, BLUE, RED = rgb("E2B04A"), rgb("62A9D6"), rgb("DB5A52")
DARK, PAPER = (13, 16, 20), (228, 233, 239)
HEAD = 38
"""How high heads are over feet, in pixels of zoom 1."""
NAME, STRONG_NAME = 12, 14
"""Sizes of the letters of names, and of the selected one's, at scale 1 of the interface."""


def _ring(colour: Colour) -> pygame.Surface:
    c = Canvas(40, 20)
    c.oval(20, 10, 18, 8.4, clear((8, 10, 14), 0.75))
    c.oval(20, 10, 16.8, 7.4, colour)
    c.oval(20, 10, 13.8, 5.6, clear((8, 10, 14), 0.75))
    inner = Canvas(40, 20)
    inner.oval(20, 10, 13.0, 5.0, (255, 255, 255, 255))
    c.surface.blit(inner.surface, (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
    c.oval(20, 10, 13.0, 5.0, clear(colour, 0.26))
    return c.picture()


def _pointer(colour: Colour) -> pygame.Surface:
    c = Canvas(14, 12)
    c.outlined(lambda: c.shape([(1.6, 2), (12.4, 2), (7, 9.6)], colour), 1.2, DARK)
    c.shape([(3.6, 3), (10.4, 3), (9.4, 4.4), (4.6, 4.4)], (255, 255, 255, 120))
    return c.picture()


def _colour(body: Body, focus: Focus) -> Colour | None:
    """The colour that somebody stands out in, if he does."""
    if body.id == focus.selected:
        return AMBER
    return RED if body.id in focus.fighting else BLUE if body.id == focus.hovered else None


class Marks:
    """Draws marks; keeps their pictures."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.lettering = Lettering(load_theme())
        self.scale = 1.0
        """Of the interface: names grow with it."""
        self._pills: dict[tuple[str, Colour, Colour, int], pygame.Surface] = {}
        self.plates: list[pygame.Rect] = []
        """Where names stand in this frame, so that none covers another."""
        self._rims: dict[tuple[int, Colour], tuple[pygame.Surface, pygame.Surface]] = {}

    def under(
        self, surface: pygame.Surface, bodies: list[Body], tile: int, focus: Focus, seconds: float
    ) -> None:
        """What lies on the ground: rings around the feet of who fights, of the selected and the hovered."""
        for body in bodies:
            colour = _colour(body, focus)
            if colour and not body.lies:
                self.ring(surface, body, tile, colour, 0.0 if colour == BLUE else seconds)

    def over(
        self, surface: pygame.Surface, bodies: list[Body], tile: int, focus: Focus, seconds: float
    ) -> None:
        """Signs, then the outlines and names of who fights, of the selected and the hovered, over the light."""
        self.plates = []
        for body in bodies:
            if body.sign:
                self.sign(surface, body, tile, body.sign)
        foremost = [(body, colour) for body in bodies if (colour := _colour(body, focus))]
        for body, colour in foremost:
            self.rim(surface, body, tile, colour)
            if body.id == focus.selected:
                self.pointer(surface, body, tile, AMBER, seconds)
        shown = {body.id for body, _ in foremost}
        known = [body for body in bodies if body.id in focus.known and body.id not in shown]
        for body in (*known, *(body for body, _ in foremost)):
            if body.id in focus.names:
                self.label(surface, body, tile, focus, body.id == focus.selected)

    def ring(self, surface: pygame.Surface, body: Body, tile: int, colour: Colour, beat: float) -> None:
        """A ring on the ground around somebody's feet, breathing a little; drawn before the people."""
        ring = self.atlas.sized(f"mark.ring.{colour}", tile, partial(_ring, colour))
        swell = 1.0 + 0.06 * math.sin(beat * 5.0)
        if swell != 1.0:
            ring = pygame.transform.smoothscale_by(ring, swell)
        x = body.at[0] + body.picture.get_width() // 2 - ring.get_width() // 2
        surface.blit(ring, (x, body.foot - ring.get_height() // 2))

    def rim(self, surface: pygame.Surface, body: Body, tile: int, colour: Colour) -> None:
        """A bright outline around somebody, and his picture again, undimmed by the night."""
        kept = self._rims.get((id(body.picture), colour))
        if kept is None or kept[0] is not body.picture:
            if len(self._rims) > 200:
                self._rims.clear()
            kept = self._rims[id(body.picture), colour] = (body.picture, _outline(body.picture, colour, tile))
        thick = max(1, tile // 16)
        surface.blit(kept[1], (body.at[0] - thick, body.at[1] - thick))

    def pointer(self, surface: pygame.Surface, body: Body, tile: int, colour: Colour, beat: float) -> None:
        """An arrow over somebody's head."""
        arrow = self.atlas.sized(f"mark.pointer.{colour}", max(24, tile), partial(_pointer, colour))
        x, y = self._over(body, tile)
        lift = round((2.0 + 1.6 * math.sin(beat * 4.0)) * tile / 32)
        surface.blit(arrow, (x - arrow.get_width() // 2, y - arrow.get_height() - lift))

    def sign(self, surface: pygame.Surface, body: Body, tile: int, sign: int) -> None:
        """What somebody is about, over his head."""
        size = max(24, tile)
        picture = self.atlas.sized(f"sign.{sign}", size, partial(paint_sign, Sign(sign)))
        x, y = self._over(body, tile)
        surface.blit(picture, (x + tile // 8, y - picture.get_height() + tile // 6))

    def label(self, surface: pygame.Surface, body: Body, tile: int, focus: Focus, strong: bool) -> None:
        """A name over a head; `strong` for the selected."""
        size = round((STRONG_NAME if strong else NAME) * self.scale)
        pill = self.pill(focus.names[body.id], DARK if strong else PAPER, AMBER if strong else DARK, size)
        x, y = self._over(body, tile)
        lift = round(tile * 0.44) if strong else round(tile * 0.06)
        plate = pill.get_rect(midbottom=(x, y - lift))
        for other in sorted(self.plates, key=lambda other: -other.bottom):
            if plate.colliderect(other):
                plate.bottom = other.top - 1
        if plate.collidelist(list(focus.covers)) >= 0:
            return
        self.plates.append(plate)
        surface.blit(pill, plate)

    def _over(self, body: Body, tile: int) -> tuple[int, int]:
        high = min(body.foot - body.at[1], round(HEAD * tile / 32))
        return body.at[0] + body.picture.get_width() // 2, body.foot - high

    def pill(self, text: str, ink: Colour, paper: Colour, size: int) -> pygame.Surface:
        """Words on a small rounded plate."""
        key = (text, ink, paper, size)
        if key not in self._pills:
            if len(self._pills) > 600:
                self._pills.clear()
            words = self.lettering.picture(text, "strong", size, (ink[0], ink[1], ink[2]))
            width, height = words.get_width() + size, words.get_height() + size // 4
            plate = Canvas(width, height, 4)
            plate.rect(0, 0, width, height, clear(paper, 0.88), 4)
            picture = plate.picture(1)
            picture.blit(words, (size // 2, size // 8))
            self._pills[key] = picture
        return self._pills[key]


def _outline(picture: pygame.Surface, colour: Colour, tile: int) -> pygame.Surface:
    thick = max(1, tile // 16)
    width, height = picture.get_size()
    out = pygame.Surface((width + 2 * thick, height + 2 * thick), pygame.SRCALPHA)
    mask = pygame.mask.from_surface(picture, 140)
    shape = mask.to_surface(setcolor=(*colour[:3], 255), unsetcolor=(0, 0, 0, 0))
    for angle in range(0, 360, 30):
        dx, dy = thick * math.cos(math.radians(angle)), thick * math.sin(math.radians(angle))
        out.blit(shape, (round(thick + dx), round(thick + dy)))
    out.blit(picture, (thick, thick))
    return out
