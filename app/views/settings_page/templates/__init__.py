"""Templates of incidents in the settings."""
