"""WHAT HAS ARRIVED AND NOBODY HAS SORTED: one incident at a time, and an answer for each with one key."""
