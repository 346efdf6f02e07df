"""One incident: what happened, what to answer, what to do next."""
