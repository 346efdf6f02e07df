"""Joining a desk on a server: trying the way to it step by step, with a hint for each step that fails."""
