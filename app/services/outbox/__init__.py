"""Saving at the desk what was written down while it was away."""
