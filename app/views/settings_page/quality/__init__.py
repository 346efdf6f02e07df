"""HOW GOOD THE SUGGESTIONS ARE, on incidents whose outcome nobody knew when they were suggested."""
