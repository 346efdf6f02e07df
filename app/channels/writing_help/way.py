"""How to get to a model, and how long to wait for it."""

from typing import NamedTuple

from app.domain.writing_help.server import HelpServer


class Patience(NamedTuple):
    """How many seconds it may take to connect, until the first word, and between two pieces.

    A server of the office may first have to load its model, which takes a minute or two.
    """

    connect: float = 10.0
    first: float = 180.0
    between: float = 60.0


class Way(NamedTuple):
    """How to get to a model; `authority` is the office's own certificate authority as PEM, empty for the system's."""

    server: HelpServer
    model: str
    key: str = ""
    authority: str = ""
