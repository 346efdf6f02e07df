"""The queue: a table that holds only display rows, its filter, its groups and the preview beside it."""
