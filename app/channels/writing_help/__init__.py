"""Servers that help to write: whatever speaks as OpenAI's does, run by the office or rented."""
