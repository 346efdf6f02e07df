"""Checklists of incidents, and the templates they come from."""
