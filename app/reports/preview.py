"""Pages of a finished PDF as pictures, for the preview in the window."""

import threading
from dataclasses import dataclass

import pypdfium2

# PDFium keeps one state for the whole process and must not be entered by two threads at once.
_entering = threading.Lock()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A drawn page: rows of `stride` bytes from the top, a pixel is red, green, blue and an unused byte."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """How many pages `pdf` has. Raises ValueError when it is no PDF."""
    with _entering:
        document = _open(pdf)
        try:
            return len(document)
        finally:
            document.close()


def draw_page(pdf: bytes, index: int, width: int) -> PagePicture:
    """Draws page `index` (from 0) `width` pixels wide, on white.

    Raises ValueError when `pdf` is no PDF, when it has no such page, or when `width` is not from 1 to 10,000.
    """
    if not 1 <= width <= 10_000:
        raise ValueError(f"A page cannot be drawn {width} pixels wide.")
    with _entering:
        document = _open(pdf)
        try:
            if not 0 <= index < len(document):
                raise ValueError(f"There is no page {index + 1}; the document has {len(document)}.")
            page = document[index]
            # PDFium rounds up, so a scale that is exact but for the last digit would give a column more.
            scale = (width - 0.001) / page.get_width()
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            document.close()


def _open(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ValueError("This is not a readable PDF document.") from error
