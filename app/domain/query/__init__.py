"""The filter language of the queue: text in, a tree of terms out; no SQL and no Qt here."""
