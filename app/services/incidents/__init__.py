"""Logging, working, resolving and closing incidents, and reading them as lists and in detail."""
