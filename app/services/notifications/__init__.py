"""What people are told: one row for a person and a cause, delivered outside their quiet hours."""
