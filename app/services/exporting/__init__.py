"""The whole desk as open files: CSV for spreadsheets, JSON Lines for programs, attachments as they are."""
