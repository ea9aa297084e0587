# Two commands are enough: `make run` and `make test`. `make help` lists the others.

PYTHON ?= $(firstword $(shell command -v python3.11 python3))
BIN := .venv/bin
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup setup-run run test check generate sample bench soak lock notice clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## make .venv with everything that tests and checks need
	@$(PYTHON) tools/environment/install.py dev

setup-run:
	@$(PYTHON) tools/environment/install.py run

run: setup-run ## set up what is missing, then start Neo4j and the API
	@exec $(BIN)/python -m graph_api serve $(ARGS)

test: setup ## set up what is missing, then run all tests
	@$(BIN)/python -m pytest $(ARGS)

lock: setup ## compute the locks from requirements*.in (UPGRADE=1 takes the newest versions)
	@for each in requirements-installer requirements requirements-dev; do \
	  .tools/installer/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    $(if $(UPGRADE),--upgrade) --custom-compile-command "make lock" $$each.in --output-file $$each.lock || exit 1; \
	done

clean: ## remove what was made here, except data
	@rm -rf .venv .tools reports .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +
