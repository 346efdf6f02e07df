"""What was written down while the desk was away: kept, shown, edited, sent when it is back."""
