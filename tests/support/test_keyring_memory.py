"""Tests have a keyring of their own, and each starts with an empty one."""

import keyring
import pytest

from tests.support.keyring_memory import MemoryKeyring


@pytest.mark.parametrize("turn", [1, 2])
def test_starts_empty_and_keeps_what_it_is_given(turn: int) -> None:
    assert isinstance(keyring.get_keyring(), MemoryKeyring)
    assert keyring.get_password("mainstay", "agent") is None
    keyring.set_password("mainstay", "agent", f"secret {turn}")
    assert keyring.get_password("mainstay", "agent") == f"secret {turn}"
