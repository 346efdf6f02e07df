"""Heads of Markdown files: what is written is read back, and what others write is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BadInput
from app.domain.front_matter import Document, read_document, write_document

LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).filter(
    lambda text: text == text.strip()
)


@given(LINES, LINES)
def test_what_is_written_is_read_back(title: str, tags: str) -> None:
    document = Document({"title": title, "tags": tags}, "## Steps\n\n---\n\n1. One")
    assert read_document(write_document(document)) == document


def test_what_others_write_is_understood() -> None:
    head = ("---", 'title: "A: b"', "# a remark", "tags: [one, 'two']", "services:", "  - Mail", "  - Print", "---")
    text = "\ufeff" + "\r\n".join((*head, "Body", ""))
    found = read_document(text)
    assert found.fields == {"title": "A: b", "tags": "one, two", "services": "Mail, Print"}
    assert found.body == "Body"
    assert read_document("# Only a body\n") == Document({}, "# Only a body")


@pytest.mark.parametrize(("text", "said"), [("---\ntitle: x\n", "no end"), ("---\nno value\n---\n", "Line 2")])
def test_a_broken_head_is_told(text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_document(text)
