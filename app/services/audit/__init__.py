"""The audit trail: verifying it, closing it with anchors, and beginning it on a desk that is older than it."""
