"""What lets a person in at a computer that several share; on a server the database itself asks for passwords."""

from sqlalchemy import Column, Integer, String, Table

from app.models.base import metadata, moment, reference, sane_times

# An empty hash is no password. `failed` counts wrong tries since the last right one, and until `wait_until` no other is
# looked at.
person_secret = Table(
    "person_secret",
    metadata,
    reference("person_id", "person", nullable=False, primary_key=True),
    Column("hash", String(200), nullable=False),
    Column("failed", Integer, nullable=False, server_default="0"),
    moment("wait_until"),
    moment("set_at", nullable=False),
    *sane_times("wait_until", "set_at"),
)
