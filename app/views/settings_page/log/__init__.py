"""The audit log in the settings: its entries, filtered, one by itself with what changed, and its export."""
