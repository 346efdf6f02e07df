"""Which password goes with an address: the one in it, else the one that the system's keyring keeps for this desk."""

from app.domain.errors import BadInput
from app.domain.wording import tr
from app.infra.database_url import identity_of, parse_url
from app.infra.passwords import keep_password, kept_password
from app.infra.server_address import ServerAddress, address_of


def with_kept_password(url: str) -> str:
    """The address with the password that is kept for it, if one is; a desk in a file needs none."""
    parsed = parse_url(url)
    if parsed.get_backend_name() != "postgresql" or parsed.password is not None:
        return url
    kept = kept_password(identity_of(parsed))
    return url if kept is None else with_password(url, kept)


def with_password(url: str, password: str) -> str:
    """The address with this password; for the memory of this program, and never to be stored or shown."""
    given = password or None
    return parse_url(url)._replace(password=given).render_as_string(hide_password=False)


def split_password(url: str) -> tuple[str, str]:
    """The address without its password, to be stored and shown, and the password; empty for none."""
    parsed = parse_url(url)
    return parsed._replace(password=None).render_as_string(), parsed.password or ""


def take_apart(url: str) -> tuple[ServerAddress, str]:
    """The parts of an address and its password; BadInput for one that is none, or that names a file."""
    parsed = parse_url(url)
    if parsed.get_backend_name() != "postgresql":
        raise BadInput(tr("This names a desk in a file. A team's desk begins with postgresql://"))
    return address_of(parsed), parsed.password or ""


def keep(url: str, password: str) -> bool:
    """Keep the password of this desk in the keyring, or forget it where it is empty; False without a keyring."""
    return keep_password(identity_of(parse_url(url)), password)
