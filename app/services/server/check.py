"""Whether a database on a server is set up as it should be, point by point (reliability research 3.1 and 3.6).

The catalogue tells it, which every login may read; what only a superuser sees is told as unknown to others.
"""

from collections.abc import Callable, Iterable

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.infra.database_url import parse_url
from app.infra.failures import raise_explained
from app.services.server import points_objects, points_roles, points_server
from app.services.server.catalogue import INIT, Catalogue, Point
from app.services.server.dto import Finding

Look = Callable[[Catalogue], Finding]

POINTS: tuple[Look, ...] = (*points_roles.POINTS, *points_objects.POINTS, *points_server.POINTS)
ESSENTIAL: tuple[Look, ...] = (
    *points_roles.POINTS,
    *points_objects.POINTS,
    points_server.database_rights,
    points_server.encryption,
)
"""What a program looks at by itself when it connects."""

_SET_UP = Point("set up", "The desk is set up for several people", INIT, essential=True)


def check(connection: Connection, points: Iterable[Look] = POINTS) -> tuple[Finding, ...]:
    """How each point stands. Where the desk was never set up that is the only finding; nothing else would be true."""
    if connection.exec_driver_sql("SELECT to_regclass('desk.setup')").scalar_one() is None:
        return (_SET_UP.missing("this database holds no desk yet"),)
    prefix = connection.exec_driver_sql("SELECT role_prefix FROM desk.setup").scalar_one_or_none()
    if prefix is None:
        return (_SET_UP.missing("everybody who can connect may do what their login may do"),)
    catalogue = Catalogue(connection, str(prefix))
    first, *others = points
    found = first(catalogue)
    if found.key == "roles" and found.found:
        return (_SET_UP.good(str(prefix)), found)
    return (_SET_UP.good(str(prefix)), found, *(look(catalogue) for look in others))


def check_at(url: str) -> tuple[Finding, ...]:
    """The same for the database at an address with its password; `Unavailable` when it cannot be reached."""
    # Imported here, because a desk in a file does without the driver of a server.
    from app.infra.postgres import make_single_engine

    engine = make_single_engine(parse_url(url))
    try:
        with engine.connect() as connection:
            return check(connection)
    except DBAPIError as error:
        raise_explained(error)
    finally:
        engine.dispose()
