"""TIME PASSES. The program that looks after timers, in a window's background or on its own."""
