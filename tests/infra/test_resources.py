"""The files that come with the program are found, whole and licensed."""

import re
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from app.infra.resources import resource_path

FONTS = sorted(resource_path("fonts").rglob("*.ttf"))
ICONS = sorted(resource_path("icons").glob("*.svg"))


def test_a_resource_is_found_by_its_parts() -> None:
    assert resource_path("icons", "inbox.svg").is_file()


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.svg"):
        resource_path("icons", "nothing.svg")


def test_parts_cannot_leave_the_folder() -> None:
    with pytest.raises(ValueError, match="outside"):
        resource_path("..", "pyproject.toml")


@pytest.mark.parametrize("font", FONTS, ids=lambda path: path.name)
def test_every_font_has_truetype_outlines(font: Path) -> None:
    data = font.read_bytes()
    count = struct.unpack(">H", data[4:6])[0]
    tables = {data[12 + 16 * index : 16 + 16 * index] for index in range(count)}
    assert {b"glyf", b"loca", b"cmap", b"name"} <= tables


def test_the_faces_of_the_design_are_there() -> None:
    inter = {f"Inter-{weight}" for weight in ("Regular", "Medium", "SemiBold", "Bold", "Italic")}
    display = {"InterDisplay-SemiBold", "InterDisplay-Bold"}
    window = {path.stem for path in resource_path("fonts").glob("*.ttf")}
    printed = {path.stem for path in resource_path("fonts", "print").glob("*.ttf")}
    assert inter | display | {"JetBrainsMono-Regular"} <= window
    assert inter | display | {"DejaVuSans", "DroidSansFallback"} <= printed


def test_fonts_and_icons_carry_their_licences() -> None:
    fonts = resource_path("fonts")
    for family in ("Inter", "JetBrainsMono"):
        assert "SIL Open Font License" in (fonts / f"LICENSE-{family}.txt").read_text("utf-8")
    assert "Bitstream" in (fonts / "LICENSE-DejaVu.txt").read_text("utf-8")
    assert "Apache License" in (fonts / "LICENSE-Droid.txt").read_text("utf-8")
    assert "ISC License" in resource_path("icons", "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("icon", ICONS, ids=lambda path: path.stem)
def test_every_icon_is_a_24_grid_drawing_in_the_current_colour(icon: Path) -> None:
    root = ET.fromstring(icon.read_text("utf-8"))
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke") == "currentColor"
    assert re.fullmatch(r"[a-z0-9-]+", icon.stem)
