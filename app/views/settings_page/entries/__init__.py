"""What every section with a list has in common: the list, the form of one entry, what uses it, and its history."""
