"""Escalation rules: sentences that are built from parts, in an order, tried on the past before they are published."""
