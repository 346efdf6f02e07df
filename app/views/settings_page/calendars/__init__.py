"""Calendars: opening hours that are painted or typed, holidays that are reviewed, special days, versions."""
