"""The section of the settings about which desk this is."""
