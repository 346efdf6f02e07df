"""Closing the audit trail."""

from pathlib import Path

from app.domain.actor import Actor
from app.domain.errors import Unavailable
from app.domain.permissions import Permission
from app.domain.wording import tr
from app.infra.unit_of_work import Store
from app.services.audit.anchors import load_all, must_be_there, take
from app.services.audit.dto import Anchor
from app.services.audit.kept import send
from app.services.command import permitted


class AuditCommands:
    """Taking anchors and sending them outside."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @permitted(Permission.AUDIT_VERIFY)
    def take_anchor(self, _actor: Actor) -> Anchor:
        """Close everything that is recorded now; `Unavailable` where somebody else is doing so."""
        return must_be_there(take(self.store))

    @permitted(Permission.AUDIT_VERIFY)
    def send_anchors(self, _actor: Actor, folder: Path) -> tuple[Path, int]:
        """Add to the desk's file in a folder the anchors that it lacks; returns the file and how many were added.

        `Refused` where the file contradicts the desk, `Unavailable` where it cannot be written.
        """
        with self.store.reading() as connection:
            anchors = load_all(connection)
        if not anchors:
            raise Unavailable(tr("The audit trail has no anchor yet. Timers take the first after a minute."))
        return send(folder, anchors)
