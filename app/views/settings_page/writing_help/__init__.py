"""The section of help with writing."""
