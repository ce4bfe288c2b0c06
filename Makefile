# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run test lint format policies grammar policy-pages golden mutants parity engine-table opa browser bench fixtures fixtures-check provider-schemas clean
.DEFAULT_GOAL := help

help:  ## Show what there is.
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

run: $(VENV)/installed  ## Install tfcheck and check the example project.
	$(BIN)/tfcheck examples/llmops/prod --set baseline,llmops
	@echo
	$(BIN)/tfcheck examples/llmops/risky/plan.json || [ $$? -eq 1 ]  # it has findings: that is what it is for

test: $(VENV)/installed-dev opa browser lint  ## Install what the tests need and run them all.
	$(BIN)/python -m pytest

lint: $(VENV)/installed-dev  ## Check types and style.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/installed-dev  ## Format the code and mend what can be mended.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

policies: $(VENV)/installed  ## Write what is derived from the METADATA: the parameters' defaults, and the index.
	$(BIN)/python -m checker.catalogue.indexing
	$(BIN)/tfcheck policies defaults --output policies/tfcheck/parameters/data.json

grammar: $(VENV)/installed  ## Write the tables of the grammar again, after python-hcl2 or lark changed.
	$(BIN)/python -m checker.hcl.tabling

policy-pages: $(VENV)/installed-dev  ## Write docs/policies, a page for each policy, anew.
	$(BIN)/python -m tests.policies.pages

golden: $(VENV)/installed-dev  ## Write the golden reports again; read them as a diff.
	$(BIN)/python -m pytest tests/golden tests/policies/test_examples.py --golden -n 0

mutants: $(VENV)/installed-dev  ## Break policies on purpose and list what no test notices; some minutes.
	$(BIN)/python -m tests.policies.mutation

parity: $(VENV)/installed-dev opa  ## Compare the engines on 2,000 generated documents; some minutes.
	TFCHECK_PARITY_EXAMPLES=2000 $(BIN)/python -m pytest -n 0 tests/properties/test_engines.py

engine-table: $(VENV)/installed-dev  ## Write the tables of docs/engines.md again.
	$(BIN)/python -m tests.engines.table

OPA_VERSION := v1.22.2

opa: $(VENV)/python  ## Install the OPA that tests compare with, or find the one that is there.
	@if [ -x $(BIN)/opa ]; then \
	  : ; \
	elif [ -n "$$OPA" ] || command -v opa >/dev/null; then \
	  echo "using $${OPA:-$$(command -v opa)}"; \
	elif command -v go >/dev/null; then \
	  echo "installing OPA $(OPA_VERSION): some minutes, once"; \
	  CGO_ENABLED=0 GOBIN="$(abspath $(BIN))" go install github.com/open-policy-agent/opa@$(OPA_VERSION) \
	    || echo "OPA could not be installed: tests that need it are skipped"; \
	else \
	  echo "no Go and no OPA: tests that need OPA are skipped."; \
	  echo "Get it from https://www.openpolicyagent.org/docs#1-download-opa and put it on PATH, or name it with OPA=…"; \
	fi

browser: tests/browser/node_modules/installed  ## Install what looks at HTML reports in tests, as far as it can be had.
	@if command -v chromium chromium-browser google-chrome >/dev/null || [ -n "$$CHROMIUM" ]; then \
	  : ; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "installing Chromium: a minute, once"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null \
	    || echo "Chromium could not be installed: tests that need it are skipped"; \
	else \
	  echo "no Chromium: tests that need it are skipped. Have it on PATH, or name it with CHROMIUM=…"; \
	fi

tests/browser/node_modules/installed: tests/browser/package.json
	@if command -v npm >/dev/null; then \
	  npm install --silent --no-audit --no-fund --no-package-lock --prefix tests/browser && touch $@ \
	    || echo "axe-core and the HTML checker could not be installed: tests that need them are skipped"; \
	else \
	  echo "no npm: tests with axe-core and the HTML checker are skipped"; \
	fi

bench: $(VENV)/installed  ## Time and memory of whole checks beside json.load; minutes, and 1.4 GB of disk.
	$(BIN)/python -m bench.run
	$(BIN)/python -m bench.imports

# Needs Terraform; for the Databricks examples also the provider's schema: see tests/fixtures/README.md.
fixtures: $(VENV)/installed-fixtures  ## Make fixtures and examples anew with real Terraform and OpenTofu.
	$(BIN)/python tests/fixtures/tools/make.py

fixtures-check: $(VENV)/installed-fixtures  ## Say whether `make fixtures` would change anything.
	$(BIN)/python tests/fixtures/tools/make.py --check

# Needs Terraform and the provider's registry, or its schema in TFCHECK_PROVIDER_SCHEMA.
VERSION ?= 1.138.0
provider-schemas: $(VENV)/installed-fixtures  ## Write what the schema of Databricks' provider VERSION says anew.
	$(BIN)/python tests/fixtures/tools/provider_schemas.py $(VERSION)

clean:  ## Remove the virtual environment and caches.
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis bench/.cache

$(VENV)/python:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[hcl]'
	$(BIN)/python -m compileall -q checker  # as pip does where the install is not editable
	@touch $@

# pip reads dependency groups from version 25.1 on.
$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[opa,hcl,xlsx,html,pdf]' --group dev
	@touch $@

$(VENV)/installed-fixtures: $(VENV)/python tests/fixtures/tools/requirements.txt
	$(BIN)/python -m pip install --quiet --requirement tests/fixtures/tools/requirements.txt
	@touch $@
