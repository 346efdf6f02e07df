"""Escalation: what sets a rule off, what is then done, whether rules chase each other, and in what words."""
