# Two commands set everything up by themselves: `make demo` and `make test`. They need Python 3.11 or later, make and git.

PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11,$(shell $(p) -c 'import sys; print("$(p)") if sys.version_info >= (3, 11) else None' 2>/dev/null | grep -v None)))
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
WHEELS := --only-binary=:all: --prefer-binary
OUT ?= build/demo
TREEBANKS ?= ../shared/treebanks
WORK ?= build/training
LANGUAGE ?= fr

.DEFAULT_GOAL := help
.PHONY: help demo test check bench train knowledge docs clean

help:  ## print this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | sort | while IFS="$$(printf '\t')" read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "communique needs Python 3.11 or later: install it, or name it: make PYTHON=/path/to/python3.11 demo" >&2; exit 1; }
	@echo "setting up $(VENV) (wheels only, some minutes the first time)"
	@$(PYTHON) -m venv $(VENV) || { echo "no virtual environment: install your system's venv package (Debian: apt install python3-venv)" >&2; rm -rf $(VENV); exit 1; }

$(VENV)/.installed: $(BIN)/python pyproject.toml
	@$(PIP) install $(WHEELS) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(PIP) install $(WHEELS) --editable '.[dev]'
	@touch $@

demo: $(VENV)/.installed  ## set up, read samples/ into a ledger, print what was found, write a brief
	@$(BIN)/communique demo samples --out $(OUT)

test: $(VENV)/.installed-dev  ## set up and run all tests
	@$(BIN)/python -m pytest -n auto --dist loadfile

check: $(VENV)/.installed-dev  ## lint, format, types, layers, and whether generated files are fresh
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python tools/compile_knowledge.py --check
	@$(BIN)/python tools/generate_docs.py --check

bench: $(VENV)/.installed-dev  ## time reading on one core, against the bare parser
	@$(BIN)/python benchmarks/reading.py

train: $(VENV)/.installed-dev  ## train the syntax of a language again (LANGUAGE=fr or en, TREEBANKS=dir; one to two hours)
	@PATH="$(abspath $(BIN)):$$PATH" bash training/train.sh "$(LANGUAGE)" "$(TREEBANKS)" "$(WORK)"

knowledge: $(VENV)/.installed  ## compile the knowledge files after an edit
	@$(BIN)/python tools/compile_knowledge.py

docs: $(VENV)/.installed  ## write the generated docs again
	@$(BIN)/python tools/generate_docs.py

clean:  ## remove what was built, the virtual environment too
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
