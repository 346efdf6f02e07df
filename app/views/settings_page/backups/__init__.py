"""Backups in the settings: made now or once a day, proved, and put back."""
