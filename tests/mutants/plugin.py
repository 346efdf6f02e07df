"""A pytest plugin that puts the wrong engine named in SLA_MUTANT in place before any test is imported."""

import os

from hypothesis import Phase, settings

from tests.mutants import calendars, clocks

MUTANTS = {**calendars.MUTANTS, **clocks.MUTANTS}

# That a test fails is all there is to know, so no time goes into finding the smallest example.
settings.register_profile("mutants", phases=(Phase.explicit, Phase.generate), database=None)
settings.load_profile("mutants")

if "SLA_MUTANT" in os.environ:
    MUTANTS[os.environ["SLA_MUTANT"]]()
