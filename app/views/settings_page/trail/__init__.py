"""The audit trail in the settings: its last anchor, verifying it, and anchors that are kept outside."""
