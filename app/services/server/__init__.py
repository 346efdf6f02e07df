"""The shared desk on PostgreSQL: its roles and rights, setting it up, checking it, and people with logins."""
