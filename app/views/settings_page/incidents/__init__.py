"""The rules by which the desk handles incidents, in the settings."""
