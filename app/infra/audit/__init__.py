"""The audit trail as the databases write it: triggers, the canonical text of a row, and the chain of hashes."""
