"""The besieged desk, for all tests of this folder."""

from tests.security.siege import siege

__all__ = ["siege"]
