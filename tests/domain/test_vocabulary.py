import pytest

from app.domain.vocabulary import HOLD_REASON_NOT_RECORDED, HoldReason, hold_reason_label


@pytest.mark.parametrize(
    ("key", "label"),
    [
        (HoldReason.AWAITING_VENDOR.value, "Awaiting vendor"),
        (HOLD_REASON_NOT_RECORDED, "Reason not recorded"),
        ("their own word", "their own word"),
        ("", ""),
        (None, ""),
    ],
)
def test_every_reason_to_wait_is_shown_in_words(key: str | None, label: str) -> None:
    assert hold_reason_label(key) == label
