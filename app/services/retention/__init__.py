"""How long the desk keeps what: the rules, what they would take, the runs that take it, and what is held back."""
