"""Backups of a desk in a file: making them, what one holds beside the desk as it is, and who may put one back."""
