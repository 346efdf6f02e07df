"""Choosing a password of one's own at a desk on a server."""

from sqlalchemy import text

from app.domain.errors import BadInput
from app.domain.wording import tr
from app.infra.database import Database
from app.infra.database_url import parse_url
from app.services.joining.password import with_kept_password, with_password
from app.services.server.passwords import verifier

SHORTEST = 10
"""Characters; the server slows guessing down, and nobody but its owner sees what it keeps."""

_CHANGE = text("SELECT desk.change_my_password(:verifier)")


def choose_password(url: str, password: str, again: str) -> str:
    """Set the password of whoever signs in by the address, and give the address with the new one.

    The server is told a verifier and never the password. BadInput names the field of a password that will not do;
    SignInRefused where the old one, from the address or the keyring, is not taken.
    """
    full = with_kept_password(url)
    _check(password, again, parse_url(full).password or "")
    database = Database(full)
    try:
        with database.writing() as connection:
            made = verifier(connection, database.url.username or "", password)
            connection.execute(_CHANGE, {"verifier": made})
    finally:
        database.close()
    return with_password(full, password)


def _check(password: str, again: str, before: str) -> None:
    if len(password) < SHORTEST:
        raise BadInput(
            tr("Take at least {shortest} characters; some words in a row are easy to remember.", shortest=SHORTEST),
            "password",
        )
    if password == before:
        raise BadInput(tr("This is the password of before. Choose another one."), "password")
    if password != again:
        raise BadInput(tr("The two are not the same. Type it once more."), "again")
