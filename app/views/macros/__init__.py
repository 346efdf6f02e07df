"""Macros in the window: choosing one with its text filled in before it runs."""
