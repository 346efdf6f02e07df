"""What tests of the command line get beside the rest: an empty database on the server, by a short name."""

import pytest


@pytest.fixture
def database(bare_database: str) -> str:
    """The name of an empty database on the server."""
    return bare_database
