"""A complaint in the log of the desk is noticed, a remark is not."""

import logging

import pytest

from tests.support.complaints import Complaints


def test_warnings_are_kept_and_remarks_are_not(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("app.infra.planted")
    complaints = Complaints()
    logger.addHandler(complaints)
    try:
        logger.info("all is well")
        logger.warning("the disk is %s", "full")
    finally:
        logger.removeHandler(complaints)
    assert complaints.messages == ["WARNING app.infra.planted: the disk is full"]
