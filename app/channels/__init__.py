"""THE OUTSIDE WORLD. Readers of files, mail and alerts: they parse and deliver, and decide nothing."""
