"""The sheet that is handed over from shift to shift, printed."""
