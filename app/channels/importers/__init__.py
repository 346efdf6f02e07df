"""Readers of other desks' files: they deliver incidents with their facts and name what they could not read."""
