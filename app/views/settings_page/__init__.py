"""Settings in the window: a list of sections with a search at the left, and the section that is chosen beside it."""
