"""How long the desk keeps things: the rules, what they would take, what is held back, and what was taken."""
