"""What a search knows of words, and its index, in the settings."""
