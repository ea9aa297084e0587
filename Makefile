# Two commands are enough: `make run` and `make test`. `make help` lists the others.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
ARGS ?=
SOURCES := $(wildcard schema loaders graph_api examples benchmarks tools tests)

.DEFAULT_GOAL := help
.PHONY: help setup setup-run setup-browser setup-judges run test check generate sample bench soak lock lock-jars notice secrets clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup-run ## set up what is missing, then start Neo4j and the API (ARGS=…)
	@exec $(BIN)/python -m graph_api serve $(ARGS)

test: setup setup-browser setup-judges ## set up what is missing, then run all tests (ARGS=…)
	@$(BIN)/python -m pytest $(ARGS)

check: setup ## style, types, layers, Cypher, generated files, compose file, notices
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(SOURCES)
	$(BIN)/python -m tools.checks.literal_cypher
	$(BIN)/lint-imports
	$(BIN)/python -m graph_api generate --check
	$(BIN)/python -m tools.checks.compose
	$(BIN)/python -m tools.notice --check

setup: ## make .venv with everything that tests and checks need
	@$(PYTHON) tools/environment/install.py dev

setup-run:
	@$(PYTHON) tools/environment/install.py run

setup-browser:
	@$(PYTHON) tools/environment/browser.py

setup-judges: setup
	@$(BIN)/python tools/environment/judges.py

generate: setup ## write the files that are derived from the model
	@$(BIN)/python -m graph_api generate

sample: setup ## write the sample district's rosters
	@$(BIN)/python -m examples.district

bench: setup ## measure (ARGS=…)
	@$(BIN)/python -m benchmarks $(ARGS)

soak: setup ## kill the service and its Neo4j at random moments, and see what is left (ARGS=…)
	@$(BIN)/python -m pytest -m long
	@$(BIN)/python -m benchmarks.soak $(ARGS)

lock: setup ## compute the locks from requirements*.in (UPGRADE=1 takes the newest versions)
	@for each in requirements-installer requirements requirements-dev; do \
	  .tools/installer/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    $(if $(UPGRADE),--upgrade) --custom-compile-command "make lock" $$each.in --output-file $$each.lock || exit 1; \
	done

lock-jars: setup ## list Neo4j's jars anew, after a change of graph_api/database/jgo.toml
	@cd graph_api/database && ../../$(BIN)/jgo --quiet lock

notice: setup ## write NOTICE from what is installed
	@$(BIN)/python -m tools.notice

secrets: ## make the secrets of docker-compose.yml where they are missing
	@$(PYTHON) tools/environment/compose_secrets.py

clean: ## remove what was made here, except data and secrets
	@rm -rf .venv .tools web/dist web/node_modules judges/node_modules reports .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +
