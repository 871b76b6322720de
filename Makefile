# Needs Python 3.11 or later and make; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check lint types contracts format bench kill fuzz branches lives vectors mutate lock clean

run: .venv/installed  ## plan the example season and show the coming two weeks
	$(BIN)/runlift plan examples/plans/marathon-16-weeks.ics --athlete examples/athlete-example.toml \
		--from 2026-12-21 --out out

test: .venv/installed  ## the whole test suite
	$(BIN)/pytest -n auto --dist worksteal -q

check: lint types contracts test  ## everything that must hold before a change lands

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/installed
	$(BIN)/mypy

contracts: .venv/installed
	$(BIN)/lint-imports --no-cache

format: .venv/installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/installed .venv-bench/installed  ## medians and ratios against named peers, in one run
	$(BIN)/python bench/run.py

kill: .venv/installed  ## kill a writer of the diary 1,000 times; nothing acknowledged may be lost
	$(BIN)/python bench/kill_writer.py --kills 1000

fuzz: .venv/installed  ## 100,000 random athletes and running plans through planner and checker
	$(BIN)/python bench/fuzz_plans.py --cases 100000

vectors: .venv/installed  ## write the published safety vectors anew from the checker's own tests
	PYTHONPATH=. $(BIN)/python bench/write_vectors.py

branches: .venv/installed  ## branch coverage of the safety check by its own tests: all of it
	$(BIN)/pytest -n auto -q tests/domain/safety --cov=runlift.domain.safety --cov-branch --cov-fail-under=100 --cov-report=term-missing

lives: .venv/installed  ## 100,000 random lives that follow a plan, each plan made on the way checked
	$(BIN)/python bench/fuzz_lives.py --lives 100000

mutate: .venv-mutate/installed  ## change the safety check in one place at a time; its own tests must notice
	.venv-mutate/bin/python bench/mutate.py

# The tool that changes the code is no dependency: it lives in an environment of its own.
.venv-mutate/installed: requirements.lock
	$(PYTHON) -m venv .venv-mutate
	.venv-mutate/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	.venv-mutate/bin/python -m pip install -q --disable-pip-version-check mutmut==3.8.1
	.venv-mutate/bin/python -m pip install -q --disable-pip-version-check --no-deps -e .
	touch $@

lock: .venv/installed  ## write requirements.lock anew, without any download address
	$(BIN)/uv lock --upgrade
	$(BIN)/uv export --all-extras --no-emit-project --no-emit-index-url --no-header --no-annotate -q -o requirements.lock

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check uv
	$(BIN)/uv pip sync -q --compile-bytecode --require-hashes --python $(BIN)/python requirements.lock
	$(BIN)/uv pip install -q --no-deps --python $(BIN)/python -e .
	$(BIN)/python -m compileall -q src
	touch $@

# A peer that is measured, never a dependency: it lives in an environment of its own.
.venv-bench/installed:
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install -q --disable-pip-version-check streprogen==4.1.0
	touch $@

clean:
	rm -rf .venv .venv-bench .venv-mutate mutants.jsonl out .mypy_cache .ruff_cache .pytest_cache .hypothesis
