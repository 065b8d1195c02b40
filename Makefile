# Everything a developer does, from a fresh clone: make demo, make test, make check, make bench.
# The first target makes .venv from requirements.lock; later ones find it done.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test check bench lock clean
.DEFAULT_GOAL := demo

demo: $(STAMP)
	@$(BIN)/python -m standoff demo --out demo

test: $(STAMP)
	@$(BIN)/python -m pytest

check: $(STAMP)
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy

bench: $(STAMP)
	@$(BIN)/python -m bench

# The newest versions that pyproject.toml allows; needs uv.
lock:
	@uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade \
	  --no-annotate --no-header -o requirements.lock
	@{ echo "# What make and CI install, for Python 3.11 to 3.13 on any system. Made anew by: make lock"; \
	  cat requirements.lock; } > requirements.lock.new && mv requirements.lock.new requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis demo

$(STAMP): requirements.lock pyproject.toml
	@set -e; \
	fits() { "$$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }; \
	for python in "$(PYTHON)" python3.13 python3.12 python3.11; do \
	  if fits "$$python"; then found="$$python"; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "Standoff needs Python 3.11, 3.12 or 3.13, and $(PYTHON) is none of them." >&2; \
	  echo "Name one: make PYTHON=/path/to/python3.12" >&2; exit 1; \
	fi; \
	echo "Setting up $(VENV) with $$found (once; a minute or two)"; \
	rm -rf $(VENV); \
	"$$found" -m venv $(VENV) || { \
	  echo "$$found cannot make a virtual environment: install its venv package" >&2; exit 1; }; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $(STAMP)
