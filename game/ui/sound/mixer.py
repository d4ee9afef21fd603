"""What plays: single sounds, places that fade into one another, music. Without a device, a mute stand-in."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.ui.sound.bank import Bank
from game.ui.sound.catalogue import AMBIENCE, KINDS, RECIPES
from game.ui.sound.synth import RATE

FADE, MUSIC_FADE = 1.8, 1.2
"""Seconds in which a place, or music, comes and goes."""
LATE = 0.6
"""Seconds that a single sound may come late, when it has to be made first."""
EFFECT_CHANNELS, MUSIC_CHANNELS = 12, 2
ENDLESS = ("title",)
"""Music that begins again when it is over."""
BUFFER = 1024
"""Samples that are mixed at once."""
HEADROOM = 0.8
"""What is left of everything at full volume: the loudest place and an alarm together stay below full scale."""
LEAST = 0.004
"""A volume that counts as silence."""


@dataclass(slots=True)
class Pending:
    """A single sound that isn't ready yet."""

    name: str
    volume: float
    pan: float
    left: float


def sides(volume: float, pan: float) -> tuple[float, float]:
    """How loud it is left and right; −1 is left, 1 right."""
    pan = max(-1.0, min(1.0, pan))
    return volume * min(1.0, 1.0 - pan), volume * min(1.0, 1.0 + pan)


def curve(level: float) -> float:
    """The volume of a level from 0 to 1: bent, so that a fade is even to the ear."""
    return float(level**1.5)


class NullSound:
    """Nothing to be heard, and no fault."""

    silent = True

    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
        """Play nothing."""

    def ambience(self, mix: Mapping[str, float]) -> None:
        """Be nowhere."""

    def music(self, name: str | None) -> None:
        """Play nothing."""

    def set_volume(self, kind: str, volume: float) -> None:
        """Set nothing."""

    def frame(self, seconds: float) -> None:
        """Let time pass."""

    def close(self) -> None:
        """Nothing is open."""


class Sound:
    """The device. `frame` has to be called each frame: places and music fade there."""

    silent = False

    def __init__(self, folder: Path | None = None) -> None:
        """Open the device; raises pygame.error where there is none. `folder`: where sounds are kept."""
        pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
        pygame.mixer.set_num_channels(len(AMBIENCE) + MUSIC_CHANNELS + EFFECT_CHANNELS)
        pygame.mixer.set_reserved(len(AMBIENCE) + MUSIC_CHANNELS)
        self.bank = Bank(folder)
        self.bank.start()
        self.volumes = {"master": 0.8} | dict.fromkeys(KINDS, 0.8)
        self.levels = dict.fromkeys(AMBIENCE, 0.0)
        """How loud each place is now, before the volume of its kind."""
        self._goals = dict.fromkeys(AMBIENCE, 0.0)
        self._set: dict[str, float] = {}
        self._pending: list[Pending] = []
        self._music: str | None = None
        self._turn = 0

    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
        """Play a single sound once, of `volume` 0 to 1, from the left (−1) to the right (1)."""
        if name not in RECIPES or volume <= LEAST or self._loud(RECIPES[name].kind) <= LEAST:
            return
        if not self._start(name, volume, pan):
            self._pending.append(Pending(name, volume, pan, LATE))

    def ambience(self, mix: Mapping[str, float]) -> None:
        """Be at a place: how loud each loop of AMBIENCE should be, 0 to 1; what isn't named falls silent."""
        for name in AMBIENCE:
            self._goals[name] = max(0.0, min(1.0, mix.get(name, 0.0)))

    def music(self, name: str | None) -> None:
        """Play a piece from its beginning, and let go of the one before; None: only let go."""
        if name == self._music:
            return
        for channel in self._music_channels():
            channel.fadeout(round(MUSIC_FADE * 1000))
        self._music = name
        if name is not None and not self._start_music(name):
            self._pending.append(Pending(name, 1.0, 0.0, 10.0))

    def set_volume(self, kind: str, volume: float) -> None:
        """Set how loud a kind is, 0 to 1: `master`, `ambience`, `effects` or `music`."""
        self.volumes[kind] = max(0.0, min(1.0, volume))
        if kind in ("master", "music"):
            for channel in self._music_channels():
                channel.set_volume(self._loud("music"))

    def frame(self, seconds: float) -> None:
        """Let places fade, and start what became ready."""
        self._wait(seconds)
        step = max(0.0, min(0.25, seconds)) / FADE
        for number, name in enumerate(AMBIENCE):
            level, goal = self.levels[name], self._goals[name]
            if level != goal:
                self.levels[name] = min(goal, level + step) if goal > level else max(goal, level - step)
            if self.levels[name] or self._set.get(name):
                self._sound_place(number, name)

    def close(self) -> None:
        """Fall silent, and let go of the device."""
        self.bank.stop()
        pygame.mixer.quit()

    def _loud(self, kind: str) -> float:
        return HEADROOM * self.volumes["master"] * self.volumes.get(kind, 1.0)

    def _music_channels(self) -> list[pygame.mixer.Channel]:
        return [pygame.mixer.Channel(len(AMBIENCE) + number) for number in range(MUSIC_CHANNELS)]

    def _start(self, name: str, volume: float, pan: float) -> bool:
        sound = self.bank.get(name)
        if sound is None:
            return False
        channel = pygame.mixer.find_channel()
        if channel is not None:  # when all are busy, one more would not be heard
            channel.play(sound)
            channel.set_volume(*sides(volume * self._loud(RECIPES[name].kind), pan))
        return True

    def _start_music(self, name: str) -> bool:
        sound = self.bank.get(name)
        if sound is None:
            return False
        self._turn = (self._turn + 1) % MUSIC_CHANNELS
        channel = self._music_channels()[self._turn]
        channel.set_volume(self._loud("music"))  # before: SDL fades in to the volume it finds
        channel.play(sound, loops=-1 if name in ENDLESS else 0, fade_ms=40)
        return True

    def _wait(self, seconds: float) -> None:
        """Start what became ready; forget what comes too late."""
        for one in self._pending:
            one.left -= seconds
            if one.left > 1.0 and one.name != self._music:
                one.left = 0.0  # music that was called off
        self._pending = [one for one in self._pending if one.left > 0 and not self._begin(one)]

    def _begin(self, one: Pending) -> bool:
        if one.name == self._music:
            return self._start_music(one.name)
        return self._start(one.name, one.volume, one.pan)

    def _sound_place(self, number: int, name: str) -> None:
        """Have a loop play as loud as it should."""
        volume = round(curve(self.levels[name]) * self._loud("ambience"), 3)
        if volume == self._set.get(name):
            return
        channel = pygame.mixer.Channel(number)
        if volume <= LEAST:
            channel.stop()
            self._set[name] = 0.0 if self.levels[name] == 0 else volume
            return
        sound = self.bank.get(name)
        if sound is None:
            return
        channel.set_volume(volume)
        if not channel.get_busy():
            channel.play(sound, loops=-1)
        self._set[name] = volume


AnySound = Sound | NullSound


def open_sound(folder: Path | None = None) -> AnySound:
    """The sound of this machine; mute where there is no device, and under SDL's dummy driver."""
    if os.environ.get("SDL_AUDIODRIVER", "").lower() == "dummy":
        return NullSound()
    try:
        return Sound(folder)
    except (pygame.error, NotImplementedError, ImportError, OSError, RuntimeError):
        return NullSound()
