"""Windows beside the first one: an incident, or a call that becomes one, in a window of its own."""
