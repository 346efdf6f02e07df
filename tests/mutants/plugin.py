"""A pytest plugin that puts the wrong engine named in SLA_MUTANT in place before any test is imported."""

import os

from tests.mutants import calendars, clocks

MUTANTS = {**calendars.MUTANTS, **clocks.MUTANTS}

if "SLA_MUTANT" in os.environ:
    MUTANTS[os.environ["SLA_MUTANT"]]()
