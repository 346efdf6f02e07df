"""Finding incidents, people, configuration items and reviews by words, within what the reader may see."""
