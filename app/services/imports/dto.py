"""What an import did or would do; plain values."""

from dataclasses import asdict, dataclass

from app.domain.imports import Delivery, Fault


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Rows and incidents of the file, what became of the incidents, and every line that needs a look.

    `rows` counts all data rows, `incidents` those that could be read whole: the sum of `imported` (new at this desk),
    `updated` (known, with new facts) and `unchanged`.
    """

    rows: int
    incidents: int
    imported: int
    updated: int
    unchanged: int
    rejected: tuple[Fault, ...]
    warnings: tuple[Fault, ...]

    def as_data(self) -> dict[str, object]:
        """Plain data with exactly the keys of the class, ready for JSON."""
        data = asdict(self)
        data["rejected"] = [fault._asdict() for fault in self.rejected]
        data["warnings"] = [fault._asdict() for fault in self.warnings]
        return data


def result_of(
    delivery: Delivery, imported: int, updated: int, unchanged: int, more_warnings: tuple[Fault, ...] = ()
) -> ImportResult:
    """The result for a delivery."""
    return ImportResult(
        rows=delivery.rows,
        incidents=len(delivery.incidents),
        imported=imported,
        updated=updated,
        unchanged=unchanged,
        rejected=tuple(delivery.rejected),
        warnings=tuple(sorted([*delivery.warnings, *more_warnings])),
    )
