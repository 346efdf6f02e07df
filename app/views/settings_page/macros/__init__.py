"""The section of macros."""
