"""One box that searches everything: it floats over the window, and opens what is chosen."""
