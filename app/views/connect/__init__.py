"""Connecting to a team's desk on a server: the form, the steps of its test, signing in."""
