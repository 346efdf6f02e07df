"""What other people do while a window is open: their changes, and who looks at what."""
