"""Passwords of servers, in the keyring of the system and nowhere else; where there is none, nothing is kept.

keyring is asked on a lane only: it may wait for the person to unlock it.
"""

import logging

_SERVICE = "Mainstay"
_log = logging.getLogger(__name__)


def kept_password(desk: str) -> str | None:
    """The password that is kept for a desk, by its identity; None where none is, or no keyring can be asked."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, desk)
    except KeyringError as error:
        _log.info("No keyring can be asked for a password: %s", type(error).__name__)
        return None


def keep_password(desk: str, password: str) -> bool:
    """Keep the password of a desk, or forget it where it is empty; False where no keyring does so."""
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        if password:
            keyring.set_password(_SERVICE, desk, password)
        else:
            keyring.delete_password(_SERVICE, desk)
    except PasswordDeleteError:
        return True  # there was none
    except KeyringError as error:
        _log.info("No keyring keeps the password: %s", type(error).__name__)
        return False
    return True


def has_keyring() -> bool:
    """Whether this system has a keyring; without one the password is asked for at every start."""
    import keyring
    from keyring.backends.fail import Keyring as NoKeyring

    return not isinstance(keyring.get_keyring(), NoKeyring)
