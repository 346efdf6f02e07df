"""SLA policies: targets by priority and clock, conditions, order, pauses, thresholds, and what an edit would change."""
