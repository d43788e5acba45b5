# Kring: everything a person runs by hand. `make help` tells what there is.

SHELL := /bin/sh
.DEFAULT_GOAL := help
BIN := .venv/bin
REHEARSAL := $(BIN)/kring rehearse --method bumpy --people 12 --seed 7
CROWD := $(BIN)/kring rehearse --method troika --rooms 100 --seed 7
TROUBLE := $(BIN)/kring rehearse --method bumpy --people 120 --seed 7 --trouble

.PHONY: help setup setup-browser demo rehearse trouble crowd evenings crash faults thousand heard pictures test check lint types layers lock clean

help: ## Tell what there is to make
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

setup: .venv/.stamp ## Get .venv ready, with `kring` in it

demo: setup ## Take part in a meeting in your browser, with robot people; no Discord, no token
	@$(BIN)/kring demo

rehearse: setup ## Let robot people play a whole meeting here, and tell how it went
	@echo '$$ $(REHEARSAL)'
	@$(REHEARSAL)

trouble: setup ## Let twenty groups of six have an evening on which much goes wrong; it takes some minutes
	@echo '$$ $(TROUBLE)'
	@$(TROUBLE)

crowd: setup ## Measure what conducting a hundred rooms costs; it takes some minutes
	@echo '$$ $(CROWD)'
	@$(CROWD)

evenings: setup ## Let robot people play every method in both languages, and print a table
	$(BIN)/python -m tests.stories.every_evening

crash: setup ## Kill Kring after every durable step of a whole meeting, and compare; half an hour
	$(BIN)/python -m tests.standin.crash

faults: setup ## Play a whole meeting under everything that can go wrong around it, and print a table; half an hour
	$(BIN)/python -m tests.standin.every_misfortune

thousand: setup ## Tell a thousand rooms something at once while Discord enforces its limit; a few minutes
	$(BIN)/python -m tests.standin.thousand

heard: setup ## Write docs/evening-heard-*.md anew: an evening as somebody hears it who does not see the screen
	$(BIN)/python -m tests.stories.heard

pictures: setup setup-browser ## Make the pictures in docs/pictures anew
	$(BIN)/python -m tests.demo.pictures docs/pictures

test: setup ## Run the tests
	$(BIN)/pytest -q -n auto --dist loadgroup

setup-browser: ## What the tests of the demo page look with: Chromium, a font and axe-core
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! { command -v chromium && command -v npm; } >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-inter \
			$$(command -v npm >/dev/null || echo npm) >/dev/null; fi
	@command -v chromium >/dev/null || { echo 'Install Chromium for the tests of the demo page.' >&2; exit 1; }
	@npm ci --silent --prefix tests/demo/axe

.NOTPARALLEL: # the checks come in this order, the tests last
check: lint types layers test ## Everything that must pass before a change goes in

lint: setup ## Style, and the rules that ruff can see
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: setup ## Types, strictly
	$(BIN)/mypy

layers: setup ## Who may import whom
	$(BIN)/lint-imports --no-logo

lock: setup ## Make requirements.lock again from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --quiet --upgrade --all-extras --universal --generate-hashes \
		--no-emit-index-url --custom-compile-command 'make lock' --output-file requirements.lock

clean: ## Remove what can be made again; data/ and .env stay
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- set-up: with uv when there is one, else with Python's own venv and pip ---

# Tried by running them: a version manager may put a name on PATH that leads nowhere.
define find_python
for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		&& python=$$name && break; \
done; \
if [ -z "$$python" ]; then \
	echo 'Kring needs Python 3.11 or newer with its venv module (or uv), and found neither: install one and try again.' >&2; \
	exit 1; \
fi
endef

# An environment that works is kept and brought up to date; one that was left half made is made anew.
.venv/.stamp: pyproject.toml requirements.lock
ifneq ($(shell command -v uv 2>/dev/null),)
	@echo 'Setting up .venv with uv'
	@$(BIN)/python -c '' 2>/dev/null || uv venv --quiet --clear --python '>=3.11' .venv
	@uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	@echo 'Setting up .venv with pip (a minute or so, once)'
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { $(find_python); $$python -m venv --clear .venv; }
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@touch $@
