"""Clocks under torture: many programs fire on one desk, are killed and frozen at random, and nothing goes wrong.

POSIX only, because Windows can neither fork nor freeze a program from outside.
"""
