"""Which database an address names, and which addresses are none."""

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from app.domain.errors import BadInput
from app.domain.wording import tr
from app.infra.server_address import refuse_unproved


def parse_url(url: str) -> URL:
    """The parsed address; `BadInput` for one that names no database that Mainstay knows, or none that is safe."""
    try:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise BadInput(_unknown_url(url)) from error
    if backend not in {"sqlite", "postgresql"}:
        raise BadInput(_unknown_url(url))
    if backend == "postgresql":
        refuse_unproved(parsed)
        return parsed.set(drivername="postgresql+psycopg")
    if not parsed.database or parsed.database == ":memory:":
        raise BadInput(tr("A desk needs a file: use sqlite:///PATH, a desk in memory would lose everything."))
    return parsed


def identity_of(url: URL) -> str:
    """Which database an address names, without password and options; passwords are kept under it."""
    return url.set(query={})._replace(password=None).render_as_string()


def _unknown_url(url: str) -> str:
    shown = url.rsplit("@", maxsplit=1)[-1]
    return f"{shown!r} is no database address. Use a file path, sqlite:///PATH or postgresql://PERSON@HOST/DATABASE."
