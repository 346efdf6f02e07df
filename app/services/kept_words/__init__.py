"""Hold reasons and resolution codes: what is offered, what uses them, and keeping them."""
