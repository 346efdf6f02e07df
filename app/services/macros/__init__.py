"""Macros: keeping them, and running them on incidents."""
