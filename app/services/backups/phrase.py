"""The pass phrase of backups: it lies in the keyring of this computer and nowhere else. To be asked on a lane."""

from typing import Final

from app.domain.errors import BadInput, Unavailable
from app.domain.wording import tr
from app.infra.passwords import keep_password, kept_password
from app.infra.sealing import LEAST_LENGTH

_KEY: Final = "pass phrase of backups"
"""Under this name the keyring has it, beside the passwords of servers."""


def kept_phrase() -> str:
    """The pass phrase that is kept; empty where none is, or no keyring can be asked."""
    return kept_password(_KEY) or ""


def wanted_phrase() -> str:
    """The pass phrase that backups are to be made with; Unavailable where it is gone, so that none is made without."""
    phrase = kept_phrase()
    if not phrase:
        raise Unavailable(
            tr(
                "Backups are to be encrypted, but the keyring of this computer has no pass phrase, or is locked. "
                "Unlock it, or set the pass phrase again in Settings › Backups."
            )
        )
    return phrase


def checked_phrase(phrase: str, again: str) -> str:
    """The pass phrase that was typed twice; BadInput where it is too short or the two differ."""
    if len(phrase) < LEAST_LENGTH:
        raise BadInput(
            tr(
                "The pass phrase has fewer than {least} characters. Several words that do not belong together are easy "
                "to keep in mind and hard to guess.",
                least=LEAST_LENGTH,
            ),
            "phrase",
        )
    if phrase != again:
        raise BadInput(tr("The two differ. Type the pass phrase again."), "again")
    return phrase


def keep_phrase(phrase: str) -> None:
    """Keep it in the keyring, and read it back: some keyrings take everything and keep nothing."""
    if not keep_password(_KEY, phrase) or kept_phrase() != phrase:
        raise Unavailable(
            tr(
                "The keyring of this computer does not keep the pass phrase, so backups that are made by themselves "
                "cannot be encrypted. By hand main.py backup --encrypt asks for it."
            )
        )
