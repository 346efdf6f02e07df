"""Pages as pictures."""

import pytest

from app.reports.preview import draw_page, page_count
from app.reports.review.pdf import build_review_pdf
from tests.support.review_sample import sample_review


def test_a_page_becomes_a_picture_of_the_width_asked_for() -> None:
    pdf = build_review_pdf(sample_review())
    assert page_count(pdf) == 3
    picture = draw_page(pdf, 1, 700)
    assert (picture.width, picture.height) == (700, 990)
    assert len(picture.pixels) == picture.stride * picture.height
    assert 0 in picture.pixels[::4] or min(picture.pixels[::4]) < 60


@pytest.mark.parametrize("width", [1, 333, 595, 1191])
def test_any_width_is_met_exactly(width: int) -> None:
    assert draw_page(build_review_pdf(sample_review()), 0, width).width == width


@pytest.mark.parametrize("broken", [b"", b"no pdf", b"%PDF-1.4"])
def test_what_is_no_pdf_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match="readable"):
        page_count(broken)


def test_a_missing_page_and_a_silly_width_are_refused() -> None:
    pdf = build_review_pdf(sample_review())
    with pytest.raises(ValueError, match="no page 4"):
        draw_page(pdf, 3, 100)
    with pytest.raises(ValueError, match="pixels wide"):
        draw_page(pdf, 0, 0)
