"""Asking about the audit trail: whether it is whole, and what is kept outside of it."""

import time
from collections.abc import Sequence

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.imports import Progress, no_progress
from app.domain.permissions import Permission
from app.infra.link import LONG
from app.infra.unit_of_work import Store
from app.services.audit.anchors import faults_of_anchors, load_all, load_last
from app.services.audit.dto import Anchor, Finding, Verdict
from app.services.audit.kept import Kept, differences
from app.services.audit.verify import Verification
from app.services.command import query

PATIENCE = 30 * LONG
"""Seconds for one answer while everything is read: a server sorts its largest tables before the first row comes."""


class AuditQueries:
    """Reading the audit trail."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_OWN)
    def last_anchor(self, connection: Connection, _actor: Actor) -> Anchor | None:
        """The newest anchor, which whoever prints something puts at its foot; None where there is none yet."""
        return load_last(connection)

    @query(Permission.AUDIT_VERIFY)
    def anchors(self, connection: Connection, _actor: Actor) -> list[Anchor]:
        """All anchors, oldest first."""
        return load_all(connection)

    @query(Permission.AUDIT_VERIFY, PATIENCE, one_state=True)
    def verify(
        self, connection: Connection, _actor: Actor, kept: Sequence[Kept] = (), progress: Progress = no_progress
    ) -> Verdict:
        """Look at every record, every anchor and every row they are about; compare with anchors that are kept outside.

        `progress` is told (records seen, records there are) and may raise to stop. `Refused` for a login of the
        database that does not see everything.
        """
        begin = time.monotonic()
        run = Verification(connection, progress)
        run.run()
        anchors = load_all(connection)
        for number, what in [*faults_of_anchors(connection), *differences(kept, anchors)]:
            run.add(Finding("audit_anchor", f"Anchor {number}", str(number), None, what))
        return Verdict(
            at=self.store.time.read(connection).now,
            records=run.records,
            rows=run.rows,
            chains=run.chains,
            anchors=len(anchors),
            found=run.found,
            findings=tuple(run.findings),
            last_anchor=anchors[-1] if anchors else None,
            seconds=time.monotonic() - begin,
        )
