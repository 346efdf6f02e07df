"""TIME PASSES. Each job is a plain `run_once(services, now)` that returns when it is due next."""
