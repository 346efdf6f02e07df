"""The export of everything, in the settings."""
