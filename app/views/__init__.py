"""SCREENS. The only package that imports PySide6; it talks to services and reports and runs no SQL."""

from app.views.sources import leave_sources_unread

leave_sources_unread()
