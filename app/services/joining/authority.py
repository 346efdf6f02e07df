"""Keeping the certificate of the office's authority with the settings, so that a download that is cleared away counts
no longer, and nobody changes it in passing.
"""

import hashlib
from pathlib import Path

from app.infra.files import write_whole
from app.infra.server_address import Proof, ServerAddress, refuse_unproved, safe_arguments


def pin_authority(address: ServerAddress, folder: Path) -> ServerAddress:
    """The same address with a copy of the authority's certificate in the folder; BadInput where it cannot be read."""
    if address.proof is not Proof.FILE:
        return address
    from app.infra.database_url import parse_url

    parsed = parse_url(address.url)
    refuse_unproved(parsed)
    source = Path(safe_arguments(parsed)["sslrootcert"])
    if source.parent == folder:
        return address
    content = source.read_bytes()
    kept = folder / f"authority-{hashlib.sha256(content).hexdigest()[:16]}.crt"
    write_whole(kept, content)
    return address._replace(ca_file=str(kept))
