"""MEASURED PROMISES. Each benchmark prints a ratio to a floor measured in the same run."""
