"""WHAT KNOWLEDGE IS WORTH, in figures with their counts, and where an article is missing."""
