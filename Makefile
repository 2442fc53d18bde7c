# One word each, for people and for CI alike:
#   make run [PORT=8501] [DATA=path]   serve the dashboard
#   make dev                           the same, drawing anew whenever a file of the code is saved
#   make test                          every test, in a browser too
#   make check                         style, types, layers, and the record itself
#   make check-data [DATA=path]        the record alone
#   make format                        put the code in order
#   make docs                          write the data dictionary anew

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8501
DATA ?=
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready
WORKERS ?= 2
SERVE = exec $(BIN)/streamlit run dashboard.py --server.port $(PORT)
RECORD = $(if $(DATA),-- --data "$(DATA)")

.PHONY: run dev test check check-data format docs chromium
.DEFAULT_GOAL := run

run: $(RUN_READY)
	$(SERVE) $(RECORD)

dev: $(RUN_READY)
	$(SERVE) --server.fileWatcherType auto --server.runOnSave true --client.showErrorDetails full $(RECORD)

test: $(DEV_READY) chromium
	$(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

check: $(DEV_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m inspection check

check-data: $(RUN_READY)
	$(BIN)/python -m inspection check $(if $(DATA),"$(DATA)")

format: $(DEV_READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(RUN_READY)
	$(BIN)/python -m inspection dictionary data/README.md

$(BIN)/python:
	@"$(PYTHON)" -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	"$(PYTHON)" -m venv $(VENV)

$(RUN_READY): requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt
	@touch $@

$(DEV_READY): requirements-dev.txt $(RUN_READY)
	$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# The browser tests drive the system's own Chromium or Chrome.
chromium:
	@if { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium for the browser tests"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else \
	  echo "The browser tests need Chromium: install it (Debian: apt-get install chromium), then run make test again." >&2; \
	  exit 1; \
	fi
