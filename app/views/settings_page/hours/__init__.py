"""Whose working time goes by which calendar, who takes over after a shift, and who answers for whom."""
