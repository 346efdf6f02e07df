"""The section of the settings about people: who is at the desk, what they may, and how they come in."""
