# One word each, for people and for CI alike:
#   make run [PORT=8501] [DATA=path]   serve the dashboard
#   make dev                           the same, drawing anew whenever a file of the code is saved
#   make test                          every test, in a browser too
#   make check                         style, types, layers, and the record itself
#   make check-data [DATA=path]        the record alone
#   make format                        put the code and the record's files in order
#   make docs                          write the data dictionary and the schema anew
#   make bench                         measure beside the references: docs/performance.md (15 minutes)
#   make fuzz [FUZZ_SECONDS=70]        try hostile input, so long for each of 10 targets: docs/faults.md
#   make pins                          write requirements*.txt, with hashes, from requirements*.in
#   make audit                         ask whether faults are known in what is pinned
#   make sbom                          write docs/sbom.json: all the dashboard runs on, with licences

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8501
DATA ?=
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready
AUDIT_READY := $(VENV)/.audit-ready
INSTALL = $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes
WORKERS ?= 2
FUZZ_SECONDS ?= 70
FUZZ_SEED ?= $(shell date +%F)
SERVE = exec $(BIN)/streamlit run dashboard.py --server.port $(PORT)
RECORD = $(if $(DATA),-- --data "$(DATA)")

.PHONY: run dev test check check-data format docs bench fuzz pins audit sbom chromium nginx
.DEFAULT_GOAL := run

run: $(RUN_READY)
	$(SERVE) $(RECORD)

dev: $(RUN_READY)
	$(SERVE) --server.fileWatcherType auto --server.runOnSave true --client.showErrorDetails full $(RECORD)

test: $(DEV_READY) chromium nginx
	$(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

check: $(DEV_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m inspection check
	$(BIN)/python -m inspection check data:examples/gloucestershire
	$(BIN)/python -m inspection format --check data:examples/gloucestershire

check-data: $(RUN_READY)
	$(BIN)/python -m inspection check $(if $(DATA),"$(DATA)")

format: $(DEV_READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m inspection format data:examples/gloucestershire

docs: $(RUN_READY)
	$(BIN)/python -m inspection dictionary data/README.md
	$(BIN)/python -m inspection schema data/schema.json

bench: $(DEV_READY) chromium nginx
	$(BIN)/python -m benchmarks

fuzz: $(DEV_READY)
	FUZZ_SECONDS=$(FUZZ_SECONDS) FUZZ_SEED=$(FUZZ_SEED) FUZZ_FIGURES=docs/fuzzing.json \
	  $(BIN)/python -m pytest -q tests/fuzzing
	$(BIN)/python -m tests.fuzzing.trying docs/fuzzing.json docs/faults.md

# A pin that is there stays; one that is not is the newest. To raise one, name it in requirements*.in.
pins: | $(BIN)/python
	$(INSTALL) -r requirements-pins.txt
	for of in "" -dev -audit -pins; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --no-emit-package pip --annotation-style line \
	    --custom-compile-command "make pins" requirements$$of.in -o requirements$$of.txt || exit 1; \
	done

audit: $(AUDIT_READY)
	$(BIN)/python .ci/audit.py requirements.txt requirements-dev.txt

sbom: $(AUDIT_READY) $(RUN_READY)
	$(BIN)/python .ci/sbom.py requirements.txt docs/sbom.json

$(BIN)/python:
	@"$(PYTHON)" -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	"$(PYTHON)" -m venv $(VENV)

$(RUN_READY): requirements.txt | $(BIN)/python
	$(INSTALL) -r requirements.txt
	@touch $@

$(DEV_READY): requirements-dev.txt $(RUN_READY)
	$(INSTALL) -r requirements-dev.txt
	@touch $@

$(AUDIT_READY): requirements-audit.txt | $(BIN)/python
	$(INSTALL) -r requirements-audit.txt
	@touch $@

# The browser tests drive the system's own Chromium: its shell without a window, which costs a quarter
# less, or else Chromium or Chrome itself.
chromium:
	@if { command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium for the browser tests"; \
	  apt-get update -qq; \
	  for package in chromium-headless-shell chromium; do \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$package >/dev/null && break; \
	  done; \
	  command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null; \
	else \
	  echo "The browser tests need Chromium: install it (Debian: apt-get install chromium), then run make test again." >&2; \
	  exit 1; \
	fi

# The tests of deploy/nginx/ start the system's own nginx, as whoever runs them; openssl makes them a certificate.
nginx:
	@if { command -v nginx || test -x /usr/sbin/nginx; } >/dev/null && command -v openssl >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing nginx for the tests of deploy/nginx"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx-light openssl >/dev/null; \
	else \
	  echo "The tests of deploy/nginx need nginx: install it (Debian: apt-get install nginx-light openssl), then run make test again." >&2; \
	  exit 1; \
	fi
