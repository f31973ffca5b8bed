# Each target sets up what it needs. `make` alone says what there is.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8000
CONFORMANCE := ../shared/conformance
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build test doctor record check lock clean

help: ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

serve: $(VENV)/.site ## read and write: http://127.0.0.1:8000 reloads as you save
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/.site ## build into site/; wrong links are errors
	$(BIN)/mkdocs build --strict

test: $(VENV)/.tests ## run everything: style, types, unit tests, a real browser
	$(BIN)/ruff check macros tests
	$(BIN)/ruff format --check macros tests
	$(BIN)/mypy
	if [ -d $(CONFORMANCE) ]; then $(BIN)/python $(CONFORMANCE)/check.py --cases $(CONFORMANCE)/cases.yaml --quiet \
		--build 'KB_VAULT={vault} $(BIN)/mkdocs build -q -d {site}'; fi
	$(BIN)/python -m pytest

doctor: $(VENV)/.site ## say what is wrong with the links of the vault
	$(BIN)/python -m macros doctor

record: $(VENV)/.site ## run all recordings below docs/commands and write down what they give
	$(BIN)/python -m macros record

check: $(VENV)/.site ## run all recordings and fail where they give something else now
	$(BIN)/python -m macros check

lock: $(VENV)/.lock ## compile requirements.in and tests/requirements.in into their locks
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --only-binary :all: --generate-hashes --no-header \
		--no-emit-index-url --upgrade -o requirements.txt requirements.in
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --only-binary :all: --generate-hashes --no-header \
		--no-emit-index-url --upgrade -o tests/requirements.txt tests/requirements.in

clean: ## remove what was made here
	rm -rf $(VENV) site .cache

# The stamps: made anew when a lock changes, so a second run is quick.
$(VENV)/.made:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.site: $(VENV)/.made requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
	touch $@

$(VENV)/.tests: $(VENV)/.site tests/requirements.txt tests/install-tools
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r tests/requirements.txt
	PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/install-tools
	touch $@

$(VENV)/.lock: $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	touch $@
