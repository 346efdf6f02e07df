"""Clocks of an incident: pure functions from its ledger of facts to elapsed time, due instants and firings.

Nothing is counted up and stored: `fold` turns the ledger into marks, everything else reads the marks. The meaning of
every word is that of the clock research (part 3); what is decided otherwise stands in docs/sla-decisions.md.
"""
