"""Clocks at the desk: calendars and policies in versions, the facts of an incident, and what is kept of its clocks."""
