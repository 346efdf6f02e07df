"""Bringing a list from a CSV file in: what its columns mean, what would become of each row, and doing it."""
