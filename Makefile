# Thin aliases. The logic is in dev.py, which Windows and macOS call without make: py dev.py run
PYTHON ?= python3

.PHONY: help run test check bench mutants torture pictures lock

help:
	@$(PYTHON) dev.py --help

run test check bench mutants torture pictures lock:
	@$(PYTHON) dev.py $@ $(ARGS)
