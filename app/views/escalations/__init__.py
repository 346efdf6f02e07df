"""Escalations in the window: what waits for whom, the sheet that raises one, and what a shift left behind."""
