"""Logging an incident while the caller is on the phone."""
