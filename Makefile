# make play · make test · make check · make bench · make shots: each makes .venv when it is missing.
# The first Python on the path that runs and is new enough.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	if $$p -c "$(NEW_ENOUGH)" 2>/dev/null; then echo $$p; break; fi; done)
PY := .venv/bin/python
DEV := .venv/.dev-installed
PLAY := .venv/.installed

.PHONY: play test check bench shots window clean

play: $(PLAY)
	@$(PY) main.py play

test: check
	$(PY) -m pytest -n auto

check: $(DEV)
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) main.py check scenarios/oz

bench: $(DEV)
	$(PY) -m benchmarks

# Plays the opening in a real window; needs Xvfb and xdotool.
window: $(PLAY)
	$(PY) tests/window/play.py

shots: $(PLAY)
	$(PY) main.py shots --out shots

$(PLAY): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Emerald City needs Python 3.11 or newer. Is it installed? Try: make PYTHON=/path/to/python3.12"; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(DEV): $(PLAY)
	@$(PY) -m pip install --quiet --disable-pip-version-check -e ".[dev,bench]"
	@touch $@

clean:
	rm -rf .venv shots .mypy_cache .ruff_cache .pytest_cache
