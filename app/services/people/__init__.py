"""People, assignment groups, sites, services, configuration items and categories: pick lists and their upkeep."""
