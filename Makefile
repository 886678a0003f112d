# The office's campaign from a clean machine to a running server. `make` alone lists what there is.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
PORT ?= 8000
ARGS ?=
WORKERS ?= 2
PLANS ?= ../shared/plans
FLOOR ?= 0.95
EACH ?= 0.85
ROUNDS ?= 1
TEMPLATES := thidua/web/templates

.PHONY: help
help:
	@echo "make …"
	@sed -nE 's/^([a-z0-9-]+):.*## (.*)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

.PHONY: setup developer
setup: ## virtual environment, locked dependencies, static files (nothing when nothing changed)
	@make/setup.sh

developer:
	@make/setup.sh dev

.PHONY: run demo
run: setup ## web server and worker on 127.0.0.1:PORT (PORT=8000), data in THIDUA_DATA (var)
	@make/run.sh $(PORT)

demo: setup ## invented commune; ARGS="--until conclude" or "--year 2026" chooses how far and which story
	@THIDUA_DATA=var/demo $(MANAGE) demo $(ARGS) --port $(PORT)

.PHONY: test test-postgres e2e soak
test: developer ## unit, flow, house tests and a draw of the browser tests on SQLite; ARGS="tests/law" for a part
	@make/packages.sh papers browser
	@$(PYTHON) -m pytest -n $(WORKERS) -m "not long" --no-migrations $(ARGS)

test-postgres: developer ## the same without the browser on a private PostgreSQL, migrated, with branch coverage
	@make/packages.sh papers postgres
	@make/test_postgres.sh -n $(WORKERS) $(if $(ARGS),$(ARGS),--cov)

e2e: developer ## only the story in a real browser; writes the pictures of docs/guide
	@make/packages.sh papers browser
	@THIDUA_SHOTS=1 THIDUA_STORIES=all $(PYTHON) -m pytest -n 0 -m e2e $(ARGS)

soak: developer ## the long tests, every door and page, then 2,000 examples of each generated test, ROUNDS times; ARGS="tests/awards"
	@make/packages.sh papers browser
	@make/soak.sh $(ROUNDS) -n $(WORKERS) $(ARGS)

.PHONY: check fix flow lock
check: developer ## format, lint, types, arrows, templates, settings, migrations, stale diagrams
	@$(PYTHON) -m ruff format --check --quiet .
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports
	@find $(TEMPLATES) -name '*.html' -print0 | xargs -0 -r .venv/bin/djade --target-version 5.2 --check
	@$(PYTHON) -m djlint --lint --quiet $(TEMPLATES)
	@$(MANAGE) check --fail-level WARNING
	@$(MANAGE) makemigrations --check --dry-run
	@$(MANAGE) flow --check

fix: developer ## what a machine can put right: format, order of imports, template tags, diagrams
	@$(PYTHON) -m ruff check --fix --quiet . || true
	@$(PYTHON) -m ruff format --quiet .
	@find $(TEMPLATES) -name '*.html' -print0 | xargs -0 -r .venv/bin/djade --target-version 5.2 || true
	@$(MANAGE) flow

flow: setup ## draw docs/flow.md from the stages and the tables of states
	@$(MANAGE) flow

lock: developer ## write requirements/*.txt anew from pyproject.toml, with hashes
	@make/lock.sh $(ARGS)

.PHONY: bench score
bench: developer ## speed and scale, printed as ratios
	@for file in benchmarks/[a-z]*.py; do THIDUA_DATA=var/bench $(PYTHON) -m "benchmarks.$$(basename "$$file" .py)"; done

score: setup ## the plan reader against the gold in PLANS=folder, least mean FLOOR, least each EACH
	@$(PYTHON) $(PLANS)/score.py --reader "$(MANAGE) read_plan {file} --json" --floor $(FLOOR) --each $(EACH) $(ARGS)
