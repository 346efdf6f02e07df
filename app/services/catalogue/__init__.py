"""What the desk supports and how its incidents are sorted: services, sites and categories, with their upkeep."""
