# Two commands do everything on a fresh machine: `make report` and `make test`.
PYTHON ?= python3
ENV := .venv
BIN := $(ENV)/bin
SETUP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: report test test-browser shots lint type docs bench quality clean

report: $(ENV)/.report
	$(BIN)/rhetoric report

test: $(ENV)/.test
	$(BIN)/python -m pytest -n 2 --hypothesis-seed=0 -m "not browser"

test-browser: $(ENV)/.browser
	$(BIN)/python -m pytest tests/browser

# Pictures of the example report, for people to look at: make shots TO=folder
shots: $(ENV)/.browser
	$(BIN)/python tools/shoot_report.py reports/cruddas-vs-lawson.html $(or $(TO),out/shots)

lint: $(ENV)/.lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

type: $(ENV)/.lint
	$(BIN)/mypy

docs: $(ENV)/.report
	$(BIN)/python tools/make_reference.py
	$(BIN)/python tools/make_gallery.py

bench: $(ENV)/.test
	$(BIN)/python benchmarks/speed.py

quality: $(ENV)/.test
	$(BIN)/python tools/measure_quality.py

clean:
	rm -rf $(ENV)

$(ENV)/bin/python:
	$(PYTHON) -m venv $(ENV)

$(ENV)/.report: $(ENV)/bin/python pyproject.toml constraints.txt
	$(SETUP) --editable .
	@touch $@

$(ENV)/.test: $(ENV)/bin/python pyproject.toml constraints.txt
	$(SETUP) --editable '.[test]'
	@touch $@ $(ENV)/.report

$(ENV)/.browser: $(ENV)/bin/python pyproject.toml constraints.txt
	$(SETUP) --editable '.[test,browser]'
	$(SETUP) --no-deps axe-playwright-python  # for the axe-core that it carries; its own needs are not ours
	@touch $@

$(ENV)/.lint: $(ENV)/bin/python pyproject.toml constraints.txt
	$(SETUP) --editable '.[lint]'
	@touch $@
