"""The dashboard: what stands open, how it came out, and the incidents behind each figure."""
