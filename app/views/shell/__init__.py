"""The frame of the main window: side bar, top bar, status bar, history and the sheet of shortcuts."""
