"""Checklists in the settings."""
