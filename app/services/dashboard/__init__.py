"""The dashboard: figures of the desk, each with the filter that finds the incidents it counts."""
