"""Reads hostile files in a process of its own: prints the most seconds of the processor any took, and the most KiB.

python -m tests.saves.reader FOLDER
"""

import re
import resource
import sys
import time
from pathlib import Path

from game.saves import SaveError, load_game


def main(folder: Path) -> str:
    """Read all saves of a folder; each has to be refused in a line."""
    slowest = 0.0
    for path in sorted(folder.glob("*.save")):
        start = time.process_time()
        try:
            load_game(path)
        except SaveError as fault:
            if not str(fault).isprintable():
                return f"{path}: more than a line"
        else:
            return f"{path} was loaded"
        slowest = max(slowest, time.process_time() - start)
        if "-v" in sys.argv:
            print(path.name, f"{time.process_time() - start:.2f} s, {peak_kibibytes()} KiB so far")
    print(slowest, peak_kibibytes())
    return ""


def peak_kibibytes() -> int:
    """The most memory this process held. `getrusage` would count that of the process it came from."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])) or 0)
