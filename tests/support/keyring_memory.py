"""A keyring that forgets: tests neither read nor write the keyring of the person who runs them."""

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps passwords in a dictionary that `forget` empties after each test."""

    priority = 1.0
    _passwords: dict[tuple[str, str], str]

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring leaves its constructor untyped
        self._passwords = {}

    def get_password(self, service: str, username: str) -> str | None:
        """The password, or None where there is none."""
        return self._passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password until the end of the test."""
        self._passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget one password; PasswordDeleteError where there is none, as real keyrings do."""
        if self._passwords.pop((service, username), None) is None:
            raise PasswordDeleteError(service)

    def forget(self) -> None:
        """Empty it."""
        self._passwords.clear()
