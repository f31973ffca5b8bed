# Each target sets up what it needs. `make` alone says what there is.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8000
SUITE  ?= bookworm
ROOT   := $(if $(filter 0,$(shell id -u)),,sudo)
CONFORMANCE := ../shared/conformance
# One process more than there are cores, for those that drive a browser wait for it.
WIDE   := --numprocesses $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1) --dist worksteal
export NO_MKDOCS_2_WARNING := 1
# The engine is loaded a thousand times in the tests: a machine that keeps no compiled modules takes a quarter longer.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help serve build test lint test-fast test-docs test-apart test-properdocs fresh doctor record check engines kubernetes
.PHONY: labs labs-sources test-labs bench lock vendor scripts picture audit release-check clean

help: ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

serve: $(VENV)/.site ## read and write: http://127.0.0.1:8000 reloads as you save
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(VENV)/.site ## build into site/; wrong links are errors
	PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/install-tools chromium
	$(BIN)/mkdocs build --strict

test: lint $(VENV)/.tests ## run everything: style, types, unit tests, a real browser
	if [ -d $(CONFORMANCE) ]; then for cases in cases found; do \
		$(BIN)/python $(CONFORMANCE)/check.py --cases $(CONFORMANCE)/$$cases.yaml --quiet \
		--build 'KB_VAULT={vault} $(BIN)/mkdocs build -q -d {site}' || exit 1; done; fi
	$(BIN)/python -m pytest $(WIDE)

test-docs: $(VENV)/.tests engines ## ask what is true of the notes in docs/: their recordings, links, pages; KB_PASTED=all: as pasted, too
	$(BIN)/python -m pytest tests/docs

test-apart: $(VENV)/.tests ## run the tests of the engine where docs/ are two other notes
	$(BIN)/python -m tests.apart $(WIDE)

test-properdocs: .cache/properdocs/.made ## build with ProperDocs, the maintained fork of MkDocs 1.6, and compare
	.cache/properdocs/bin/python -m tests.properdocs.compare

lint: export DENO_NO_UPDATE_CHECK := 1
lint: $(VENV)/.checks ## look at style and types alone
	$(BIN)/ruff check macros tests
	$(BIN)/ruff format --check macros tests
	$(BIN)/mypy
	$(BIN)/deno lint --config .deno.json
	$(BIN)/deno fmt --check --config .deno.json
	$(BIN)/deno check --config .deno.json macros/browser/search/*.js

test-fast: $(VENV)/.checks ## run what takes no browser, no built site and no thousand random texts (under a minute)
	PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/install-tools git playwright
	sh tests/install-tools bwrap ip || true # what needs them is skipped without
	$(BIN)/python -m pytest --ignore=tests/e2e --ignore=tests/hosts --ignore=tests/render \
		--ignore=tests/cli --ignore=tests/test_action.py --ignore=tests/language/test_sites.py --ignore=tests/syntax/test_hostile.py

fresh: ## prove `make test` and `make serve` on a bare Debian, SUITE=bookworm or trixie (10 minutes, 2 GB; as root)
	$(ROOT:sudo=sudo --preserve-env) sh tests/fresh/run.sh $(SUITE) $(TARGETS)

doctor: $(VENV)/.site ## say what is wrong with the links of the vault
	$(BIN)/python -m macros doctor

# All recordings are run in the Debian. Those of IDS are run there when it is there, else with this machine's own programs and without
# root's rights: what cannot be run so says why, and `make engines` is the way out. Ids have blanks in them, so commas part them.
export IDS
RUN = set -f; IFS=,; set -- $$(printf %s "$$IDS" | sed 's/ *, */,/g'); unset IFS; \
	$(if $(IDS),$(if $(wildcard .cache/debian/usr),$(ROOT)),$(ROOT)) $(BIN)/python -m macros

record: $(VENV)/.site $(if $(IDS),,engines) ## run recordings and write down what they give: all, or IDS="git/첫 커밋,git/브랜치 합치기"; CHANGED=1: where it is something else
	@$(RUN) record $(if $(CHANGED),--changed) "$$@"

check: $(VENV)/.site $(if $(IDS),,engines) ## run recordings, all or those of IDS="…,…", and fail where they give something else now
	@$(RUN) check "$$@"

engines: .cache/engines ## unpack the Debian that recordings are run in (two minutes, 2.3 GB; as root; this machine is left as it is)

kubernetes: .cache/kubernetes ## build the Kubernetes that recordings are run on (10 minutes)

labs: .cache/labs-made/labs ## make the guests in which a reader's browser runs commands (20 minutes, 3 GB; as root)

labs-sources: .cache/labs-made/sources ## fetch the source packages of what is in the labs (400 MB; as root)

test-labs: $(VENV)/.tests labs ## run commands in the labs: by their driver, from our own recordings, and in a real browser
	$(NODE) --test --test-concurrency=1 tests/labs/*.test.mjs
	$(BIN)/python -m macros parity --strict
	$(BIN)/python -m pytest tests/labs/inside

bench: $(VENV)/.tests .cache/bench ## time builds and searches beside those of others, and prove 300 edits and 50 kills (an hour)
	$(BIN)/python -m tests.bench.builds
	$(BIN)/python -m tests.bench.search 100 1000 10000
	$(BIN)/python -m tests.bench.preview
	$(BIN)/python -m tests.bench.hostile
	KB_HOSTILE=200 $(BIN)/python -m pytest --timeout=0 tests/hosts/test_hostile_vaults.py
	KB_EDITS=300 KB_KILLS=50 $(BIN)/python -m pytest --timeout=0 tests/render tests/hosts/test_scaffold.py

audit: export DENO_NO_UPDATE_CHECK := 1
audit: $(VENV)/.checks .cache/release/.made .cache/release/vnu ## look at the workflows, and at the built site: its HTML, its links, what leaks
	.cache/release/bin/zizmor --offline --quiet .github
	PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/install-tools chromium
	$(BIN)/mkdocs build --strict --site-dir $(AUDITED)
	$(BIN)/python -m tests.release.links $(AUDITED)
	java -jar .cache/release/vnu/vnu-jar/package/build/dist/vnu.jar --errors-only --skip-non-html \
		--filterfile tests/release/allowed.txt $(AUDITED)
	$(BIN)/python -m macros check-leaks $(AUDITED)
AUDITED := .cache/release/site

release-check: audit fresh ## ask what is to be asked before a release: `audit`, then `fresh` (15 minutes; as root)

VENDOR := .cache/vendor
vendor: $(VENV)/.checks $(VENDOR)/.made ## make the libraries that sites serve and the fonts that theirs are cut from, of the packages whose hashes are locked
	$(BIN)/python -m tests.vendor.make $(VENDOR)/bin/python

scripts: $(VENV)/.checks ## make the scripts and styles that sites serve of those in macros/browser/
	$(BIN)/python -m tests.vendor.scripts

picture: $(VENV)/.tests ## take the picture of the README anew, of our own site in both palettes
	$(BIN)/python -m tests.docs.picture

LOCKS := . tests tests/bench tests/lock tests/release tests/vendor
COMPILE = .cache/lock/bin/uv pip compile -q --universal --python-version 3.11 --only-binary :all: --generate-hashes --no-header \
	--no-emit-index-url --upgrade
lock: .cache/lock/.made $(VENV)/.checks ## compile each requirements.in into its lock, and tests/vendor/package.json into its own
	set -e; for folder in $(LOCKS); do $(COMPILE) -o $$folder/requirements.txt $$folder/requirements.in; done
	$(COMPILE) --no-deps -o tests/properdocs/requirements.txt tests/properdocs/requirements.in
	$(BIN)/python -m tests.vendor.packages

clean: ## remove what was made here
	rm -rf $(VENV) site .cache

# Where no Debian can be unpacked, recordings are run with this machine's own programs, and say what they miss.
.cache/engines: macros/commands/place/debian.sh
	mkdir -p .cache
	if sh tests/install-tools mmdebstrap keyring unshare bwrap ip && $(ROOT) sh $< .cache/debian; then touch $@; else \
		echo "No Debian could be unpacked: recordings are run with the programs of this machine."; fi

.cache/kubernetes: macros/commands/place/kubernetes.sh | .cache/engines
	$(ROOT) sh $< $@

# The virtual environment is kept while its interpreter is there, has the version that the environment was made with, and is the one
# that PYTHON names, if it was named. Otherwise it is made anew, and all stamps in it go with it.
$(VENV)/.made: FORCE
	@$(kept) || { $(checked) && rm -rf $(VENV) && "$$base" -m venv $(VENV) && touch $@; }

version = $$($1 --version 2>&1 | sed -nE 's/^Python ([0-9.]+).*/\1/p')
recent  = case "$1" in 3.1[1-9].*|3.[2-9][0-9].*|[4-9].*) ;; *) false ;; esac
named   = $(filter-out file,$(origin PYTHON))

define kept
[ -e $@ ] && is="$(call version,$(BIN)/python)" && $(call recent,$$is) && \
	[ "$$is" = "$$(sed -n 's/^version = //p' $(VENV)/pyvenv.cfg)" ] $(if $(named),&& [ "$$is" = "$(call version,$(PYTHON))" ])
endef

define checked
is="$(call version,$(PYTHON))"; \
	$(call recent,$$is) || { is="$${is:+Python $$is}"; echo "Maru wants Python 3.11 or newer, and $(PYTHON) is $${is:-not there}:" \
		"name another, as in \`make $(MAKECMDGOALS) PYTHON=python3.12\`." >&2; exit 2; }; \
	base=$$($(PYTHON) -c 'import ensurepip, sys, venv; print(sys._base_executable)' 2>/dev/null) || { \
		echo "$(PYTHON) has no venv and ensurepip, with which .venv is made: install them" \
			"(Debian, Ubuntu: \`apt-get install python$${is%.*}-venv\`)." >&2; exit 2; }
endef

FORCE:

# What pip says is kept until it fails: where that is the network, one sentence tells more than its fifty lines.
define install
@echo "Installing what $1 lists into $(VENV)"
@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $1 >$(VENV)/.said 2>&1 || { \
	if grep -q 'WARNING: Retrying' $(VENV)/.said && ! grep -q 'DO NOT MATCH' $(VENV)/.said; then \
		echo "The packages of $1 could not be fetched, for no package index was reached" \
			"(no network, or a proxy or a certificate that pip was not told of): try again when there is one." >&2; \
	else cat $(VENV)/.said >&2; fi; exit 2; }
@touch $@
endef

# The stamps: made anew when a lock changes, so a second run is quick.
$(VENV)/.site: $(VENV)/.made requirements.txt
	$(call install,requirements.txt)

$(VENV)/.checks: $(VENV)/.site tests/requirements.txt
	$(call install,tests/requirements.txt)

$(VENV)/.tests: $(VENV)/.checks tests/install-tools
	PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/install-tools
	@touch $@

.cache/bench: tests/bench/requirements.txt
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $<
	touch $@

# The stamp lies inside, so that an environment that was left half made is made anew.
.cache/properdocs/.made: requirements.txt tests/properdocs/requirements.txt
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: $(addprefix -r ,$^)
	touch $@

.cache/lock/.made .cache/release/.made .cache/vendor/.made: .cache/%/.made: tests/%/requirements.txt
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $<
	touch $@

# The validator of the W3C's, which wants Java.
.cache/release/vnu: tests/vendor/package-lock.json .cache/release/.made | $(VENV)/.checks
	sh tests/install-tools java
	rm -rf $@
	$(BIN)/python -m tests.vendor.packages vnu-jar $@
	touch $@

# The guests of the labs: their kernel takes ten minutes, and is kept while what it is made of is the same.
GUEST := macros/labs/guest
.cache/labs-made/bzImage: $(GUEST)/kernel.sh macros/commands/place/inside.sh $(GUEST)/kernel.config $(GUEST)/wake.c
	sh tests/install-tools mmdebstrap keyring unshare
	mkdir -p $(@D)
	$(ROOT) sh $< $(@D)
	@$(ROOT) touch $@

.cache/labs-made/packages.jsonl: $(addprefix $(GUEST)/,tree.sh packages init control session step) .cache/labs-made/bzImage
	sh tests/install-tools mmdebstrap keyring unshare
	$(ROOT) sh $< $(@D)
	@$(ROOT) touch $@

.cache/labs-made/labs: .cache/labs-made/packages.jsonl macros/labs/index.py $(addprefix macros/labs/,pack.mjs states.mjs warm.mjs zstd.mjs) \
		$(wildcard macros/labs/warm/* macros/labs/notices/*) tests/vendor/package-lock.json \
		$(addprefix macros/browser/lab/,guest.js machine.js words.js) macros/labs/packages.py | $(VENV)/.checks
	PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/install-tools playwright
	$(ROOT) $(BIN)/python -m macros.labs.index .cache/labs-made/tree .cache/labs-made/fs.json .cache/labs-made/files
	$(NODE) macros/labs/pack.mjs .cache/labs-made/files .cache/labs/flat
	$(BIN)/python -m macros.labs.packages .cache/labs-made .cache/labs
	$(NODE) macros/labs/states.mjs .cache/labs-made .cache/labs
	@touch $@
NODE = $(shell echo $(VENV)/lib/python3*/site-packages/playwright/driver/node)

# What is owed to who gets the labs from a site: their sources.
.cache/labs-made/sources: $(GUEST)/sources.sh .cache/labs-made/packages.jsonl
	$(ROOT) sh $< $(@D)
	@$(ROOT) touch $@
