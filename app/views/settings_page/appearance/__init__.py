"""How the window looks on this computer, in the settings."""
