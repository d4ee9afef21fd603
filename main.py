"""Starts the game: `python main.py` lists what it can do."""

from game.cli import main

if __name__ == "__main__":
    main()
