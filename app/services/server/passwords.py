"""Passwords on their way to the server: random first ones, and verifiers, so that no statement holds a password."""

import secrets
from typing import Any, cast

from sqlalchemy import Connection

# Without the characters that are mistaken for one another when somebody reads them out.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _LENGTH = 4, 5


def first_password() -> str:
    """A random password of about 99 bits that can be read out, such as `k7mnp-x2qrt-9abcd-efghj`."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH)) for _ in range(_GROUPS))


def verifier(connection: Connection, login: str, password: str) -> str:
    """What the server keeps of a password: the SCRAM-SHA-256 verifier, made here by the driver."""
    driver = cast("Any", connection.connection.driver_connection)
    made: bytes = driver.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    return made.decode()
