"""Services, sites and categories in the settings."""
