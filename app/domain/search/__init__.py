"""What people type to find something: read into words, widened to other forms and spellings, and marked in texts."""
