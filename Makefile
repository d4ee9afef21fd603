# make play · make test · make check · make bench · make shots: each makes .venv when it is missing.
PYTHON ?= $(shell command -v python3.13 || command -v python3.12 || command -v python3.11 || command -v python3)
PY := .venv/bin/python
DEV := .venv/.dev-installed
PLAY := .venv/.installed

.PHONY: play test check bench shots clean

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

shots: $(PLAY)
	$(PY) main.py shots --out shots

$(PLAY): pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit('Emerald City needs Python 3.11 or newer; this is ' + sys.version.split()[0] + '. Try: make PYTHON=python3.12') if sys.version_info < (3, 11) else None"
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check $$($(PY) -c "import tomllib; print(*[repr(d) for d in tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies']])")
	@touch $@

$(DEV): $(PLAY)
	@$(PY) -m pip install --quiet --disable-pip-version-check $$($(PY) -c "import tomllib; e = tomllib.load(open('pyproject.toml', 'rb'))['project']['optional-dependencies']; print(*[repr(d) for d in e['dev'] + e['bench']])")
	@touch $@

clean:
	rm -rf .venv shots .mypy_cache .ruff_cache .pytest_cache
