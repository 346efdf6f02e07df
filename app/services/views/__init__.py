"""Saved views: who has which, how many incidents each finds, and saving, changing and removing them."""
