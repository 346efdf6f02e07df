"""Problems in the window: all of them, one with its history and its incidents, and making one from incidents."""
