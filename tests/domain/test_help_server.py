"""Addresses of servers that help to write, as people type them."""

import pytest

from app.domain.errors import BadInput
from app.domain.writing_help.server import parse_server


@pytest.mark.parametrize(
    ("typed", "address", "name"),
    [
        ("https://desk.example:8080/v1", "https://desk.example:8080/v1", "desk.example:8080"),
        ("desk.example:8080", "https://desk.example:8080/v1", "desk.example:8080"),
        ("http://desk.example", "http://desk.example/v1", "desk.example"),
        ("HTTPS://Desk.Example/", "https://desk.example/v1", "desk.example"),
        ("https://desk.example:443/api/v3/", "https://desk.example/api/v3", "desk.example"),
        ("localhost:11434", "http://localhost:11434/v1", "localhost:11434"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080/v1", "127.0.0.1:8080"),
        ("[::1]:8080", "http://[::1]:8080/v1", "[::1]:8080"),
        ("https://desk.example/v1/chat/completions", "https://desk.example/v1", "desk.example"),
        ("https://desk.example/v1/models", "https://desk.example/v1", "desk.example"),
        ("  desk.example.  ", "https://desk.example/v1", "desk.example"),
        ("https://bücher.example", "https://xn--bcher-kva.example/v1", "xn--bcher-kva.example"),
    ],
)
def test_what_people_type_becomes_an_address(typed: str, address: str, name: str) -> None:
    server = parse_server(typed)
    assert (server.address, server.name) == (address, name)
    assert parse_server(address) == server


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "desk example", "ftp://desk.example", "https://", "https://user:pass@desk.example", "file:///etc/passwd",
        "desk.example:0", "desk.example:99999", "https://desk.example/v1?key=x", "https://desk.example#x", "//x",
        "https://desk.example\\@evil.example", "https://a b.example", "x" * 400, "https://desk\n.example", "http://[zz]",
        "https://" + "ü" * 80,
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_words(typed: str) -> None:
    with pytest.raises(BadInput) as raised:
        parse_server(typed)
    assert raised.value.field == "address"


def test_whether_anybody_on_the_way_can_read_it_is_known() -> None:
    assert parse_server("desk.example").is_encrypted
    assert not parse_server("http://desk.example").is_encrypted
    assert parse_server("localhost").is_here
    assert not parse_server("http://desk.example").is_here
