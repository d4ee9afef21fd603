"""The saves room: worlds and replays on disk. A save that was reported is there, a damaged file never harms.

    path = save_game(world, scenario, "Before the lockdown", picture)   # whole on disk when it returns
    game = load_game(path)                  # Loaded(world, scenario, meta), ready to run; or SaveError, one line
    for info in list_saves(): ...           # SaveInfo: name, title, day, time, picture …; newest first
    quick_save(world, scenario, picture)    # one slot
    autosave(world, scenario, picture)      # three slots in turn
    delete_save(path)

Without a stutter: `Saver` takes its copy at once (3 ms) and writes in a thread.

    saver = Saver()
    saver.save(world, scenario, "…", picture)           # also saver.quick_save, saver.autosave
    for done in saver.poll(): ...                       # each frame: Done(kind, path, error), error None: on disk
    saver.close()                                       # when the game quits: waits for what is being written

`picture` is a PNG of at most 512 KiB and 1024 pixels a side, or None. `SaveError.reason` is a key of
`screens.save_error.*` in the assets' texts. `hold_data_folder()` is taken once when the game starts: a second game
gets a SaveError of reason `busy`. `record(world)` after `make_world` lets saves and replays carry daily digests.
"""

from game.saves.disk import DataLock, data_folder, hold_data_folder, saves_folder
from game.saves.errors import SaveError
from game.saves.meta import Meta
from game.saves.recorder import record
from game.saves.replay import Playback, Replay, play_back, read_replay, write_replay
from game.saves.saver import Done, Saver
from game.saves.shelf import SaveInfo, backup_of, delete_save, list_saves
from game.saves.store import Loaded, autosave, load_game, quick_save, save_game

__all__ = [
    "DataLock",
    "Done",
    "Loaded",
    "Meta",
    "Playback",
    "Replay",
    "SaveError",
    "SaveInfo",
    "Saver",
    "autosave",
    "backup_of",
    "data_folder",
    "delete_save",
    "hold_data_folder",
    "list_saves",
    "load_game",
    "play_back",
    "quick_save",
    "read_replay",
    "record",
    "save_game",
    "saves_folder",
    "write_replay",
]
