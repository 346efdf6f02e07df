"""Sign-in and lock of a computer that several people share, in the settings."""
