"""Passing time: what is due when, and who takes care of it."""
