"""Signing in at a computer that several people share, and locking the window."""
