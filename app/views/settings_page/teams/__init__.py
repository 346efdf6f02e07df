"""The section of the settings about teams: the assignment groups and who is in them."""
