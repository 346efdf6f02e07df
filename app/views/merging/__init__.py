"""Merging duplicates: the sheet in which it is decided which incident stays."""
