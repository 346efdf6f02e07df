"""Escalations: by hand and by rule, acknowledged or passed on; waits that are over; what a shift leaves behind."""
