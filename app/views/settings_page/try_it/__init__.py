"""Trying a calendar or policies out before they are published, on the engine that runs in earnest."""
