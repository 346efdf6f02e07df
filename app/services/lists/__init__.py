"""Bringing lists of people and of configuration items in: told row by row first, then written in one transaction."""
