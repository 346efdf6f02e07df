"""Hold reasons and resolution codes: which are offered, and those of the desk's own."""
