"""The password of a server where the command line needs one: of the address, of the keyring, or asked for."""

import getpass
import os
import sys

from app.domain.errors import BadInput


def with_password_asked(url: str) -> str:
    """The address with its password, which is asked for where a terminal is there; `BadInput` for a desk in a file."""
    from app.services.joining.password import split_password, with_kept_password, with_password

    if not url.startswith("postgres"):
        raise BadInput("This is a desk in a file, not one on a server. Give postgresql://PERSON@HOST/DATABASE.")
    full = with_kept_password(url)
    if split_password(full)[1] or "PGPASSWORD" in os.environ or not sys.stdin.isatty():
        return full
    # Nothing given is sent as nothing: some servers on the same computer ask for no password.
    return with_password(full, getpass.getpass("Password (empty for none): "))
