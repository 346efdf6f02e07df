"""RULES. Pure Python on the standard library: values in, values out.

No clock, no database, no files, no Qt: `now` and data come in as arguments, so every rule is tested by a table.
"""
