"""The matrix that gives a priority to each impact and urgency, in the settings."""
