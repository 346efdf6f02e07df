"""The short form of the torture; the full one is `make torture`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.arch.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows can neither fork nor freeze a program")


def test_nothing_is_missed_doubled_or_early_whoever_is_killed(database_url: str, tmp_path: Path) -> None:
    command = [
        sys.executable, "-m", "tests.torture.conduct", "--database", database_url, "--folder", str(tmp_path),
        "--kills", "12", "--incidents", "40",
    ]  # fmt: skip
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=110)
    assert ran.stdout, ran.stderr
    found = json.loads(ran.stdout)
    assert ran.returncode == 0, (found, ran.stderr)
    assert found["problems"] == {}
    assert found["kills"] >= 12
    assert found["milestones"] > 100
