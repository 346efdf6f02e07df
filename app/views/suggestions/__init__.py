"""WHAT THE DESK SUGGESTS, for every screen that shows it: the version that advises, and the words for likeness."""
