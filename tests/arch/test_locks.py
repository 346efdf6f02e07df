"""The lock files are what pyproject.toml asks for, complete, and free of any one machine's registry."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.arch.source import ROOT

RUN, DEV = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"


def pins(lock: Path) -> list[Requirement]:
    """The `name==version ; marker` lines of a lock file."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    return [Requirement(line.rstrip("\\").strip()) for line in lines if re.match(r"[A-Za-z0-9]", line)]


def asked(*, dev: bool) -> list[Requirement]:
    """The requirements of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    if dev:
        wanted += project["dependency-groups"]["dev"]
    return [Requirement(line) for line in wanted]


@pytest.mark.parametrize(("lock", "dev"), [(RUN, False), (DEV, True)], ids=["run", "dev"])
def test_every_requirement_is_locked_at_a_version_it_allows(lock: Path, dev: bool) -> None:
    locked: dict[str, list[Version]] = {}
    for pin in pins(lock):
        (specifier,) = pin.specifier
        locked.setdefault(canonicalize_name(pin.name), []).append(Version(specifier.version))
    for requirement in asked(dev=dev):
        versions = locked.get(canonicalize_name(requirement.name), [])
        assert any(version in requirement.specifier for version in versions), f"{requirement}: run make lock"


def test_the_development_lock_holds_the_other_one_whole() -> None:
    assert {str(pin) for pin in pins(RUN)} <= {str(pin) for pin in pins(DEV)}


@pytest.mark.parametrize("lock", [RUN, DEV], ids=["run", "dev"])
def test_the_unsound_release_of_qt_is_never_locked_for_python_3_11(lock: Path) -> None:
    pinned = [pin for pin in pins(lock) if canonicalize_name(pin.name) in {"pyside6-essentials", "shiboken6"}]
    on_3_11 = {"python_full_version": "3.11.7", "python_version": "3.11"}
    chosen = [pin for pin in pinned if pin.marker is None or pin.marker.evaluate(on_3_11)]
    assert len(chosen) == 2
    assert all(pin.specifier == SpecifierSet("==6.11.3") or "==6.11." in str(pin.specifier) for pin in chosen)


@pytest.mark.parametrize("lock", [RUN, DEV], ids=["run", "dev"])
def test_every_pin_has_a_hash_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "--index-url" not in text
