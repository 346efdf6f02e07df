"""Receipts of commands: who lost the connection while saving looks here whether it was saved."""

from sqlalchemy import Index, Table

from app.models.base import id_column, metadata, moment, sane_times

# Written in the transaction of the command, and taken away after a month. It tells nobody who did what.
command_receipt = Table(
    "command_receipt",
    metadata,
    id_column(),
    moment("done_at", nullable=False),
    *sane_times("done_at"),
    Index("ix_command_receipt_done_at", "done_at"),
    sqlite_with_rowid=False,
)
