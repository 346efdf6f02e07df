"""From a review to the bytes of its PDF."""

from collections.abc import Callable

from app.domain.wording import inside, tr
from app.reports.page import Furniture, Metadata, render
from app.reports.progress import Progress
from app.reports.review.document import ReviewDocument, ReviewStatus
from app.reports.review.sections import Builder
from app.reports.styles import Paper


def build_review_pdf(
    document: ReviewDocument,
    paper: Paper = Paper.A4,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """The post-incident review as a PDF; equal documents give equal bytes.

    `progress` is called with the share of the work done (0 to 1); `cancelled` is asked all along, and
    ReportCancelledError is raised soon after it says yes. ValueError is raised for an unknown time zone.
    May be called from any thread.
    """
    builder = Builder(document, paper)
    steps = Progress(progress, cancelled)
    steps.reach(0.0)
    draft = document.status is not ReviewStatus.PUBLISHED
    kind = tr("Post-incident review")
    status = f"{document.status.label} · " if draft else ""
    furniture = Furniture(
        header=document.title,
        header_right=f"{status}{document.organisation.split(' · ')[0]}",
        footer=tr("{number} {kind}, version {version}", number=document.reference, kind=kind, version=document.version),
        footer_middle=document.classification,
        small=document.anchor,
    )
    metadata = Metadata(
        title=f"{kind} {document.reference}: {document.title}",
        author=document.author,
        subject=tr("{kind} of {number}, {severity}", kind=kind, number=document.reference, severity=document.severity),
        keywords=(
            inside(kind),
            document.reference,
            document.severity,
            document.classification,
            document.version,
        ),
        made_at=document.generated_at,
    )
    return render(builder.blocks(), paper, furniture, metadata, steps)
