"""Passwords of people at a desk in a file: argon2id, by the parameters that its authors recommend (RFC 9106)."""


def hashed(password: str) -> str:
    """What is kept of a password; slow on purpose, so it belongs on a lane."""
    # Imported here, because only a desk that asks who it is needs it.
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password)


def fits(kept: str, password: str) -> bool:
    """Whether a password is the one of which this is kept; what cannot be read fits nothing."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False
