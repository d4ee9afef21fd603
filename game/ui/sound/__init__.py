"""Sound, wholly by synthesis: nothing is recorded, nothing is shipped; what was made once is kept on disk.

`open_sound()` gives a `Sound`, or a `NullSound` where there is no device. A `Listener` lets the prison be heard.
"""

from game.ui.sound.listener import Listener
from game.ui.sound.mixer import AnySound, NullSound, Sound, open_sound

__all__ = ["AnySound", "Listener", "NullSound", "Sound", "open_sound"]
