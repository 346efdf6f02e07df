"""Contrast of every pair that the window uses, by the formula of WCAG 2.2 (goals U11 and U12)."""

import pytest

from app.views.toolkit.style_sheet import style_sheet
from app.views.toolkit.tokens import (
    DARK,
    FILLS,
    HIGH_DARK,
    HIGH_LIGHT,
    LIGHT,
    SURFACES,
    TEXTS,
    TONES,
    TYPE_SCALE,
    lines_of,
)

THEMES = {"light": LIGHT, "dark": DARK, "high_light": HIGH_LIGHT, "high_dark": HIGH_DARK}
HIGH = ("high_light", "high_dark")
CONTENT = ("surface", "raised", "hover", "sel", "chrome")
EVERYWHERE = (*SURFACES, "note", *(f"{tone}tint" for tone in TONES))
"""Whatever anything is written on, but for fills and toasts, which have inks of their own."""


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_agrees_with_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", [*TEXTS, *TONES])
@pytest.mark.parametrize("surface", EVERYWHERE)
def test_every_ink_is_readable_on_every_surface(theme: str, ink: str, surface: str) -> None:
    assert contrast(THEMES[theme][ink], THEMES[theme][surface]) >= (7 if theme in HIGH else 4.5)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("fill", "ink"), FILLS)
def test_what_is_written_on_fills_is_readable(theme: str, fill: str, ink: str) -> None:
    assert contrast(THEMES[theme][fill], THEMES[theme][ink]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", ["ontoast", "ontoast2", "toastaccent"])
def test_toasts_are_readable(theme: str, ink: str) -> None:
    assert contrast(THEMES[theme][ink], THEMES[theme]["toast"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("mark", ["control", "accent", "chart1", "chart3", "chart4"])
def test_borders_marks_and_the_focus_ring_are_seen(theme: str, mark: str) -> None:
    for surface in CONTENT:
        assert contrast(THEMES[theme][mark], THEMES[theme][surface]) >= 3, surface


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("mark", ["chart1", "chart2", "chart3", "chart4"])
@pytest.mark.parametrize("surface", ["surface", "raised", "ground"])
def test_marks_of_charts_are_seen_where_charts_are_painted(theme: str, mark: str, surface: str) -> None:
    assert contrast(THEMES[theme][mark], THEMES[theme][surface]) >= 3


@pytest.mark.parametrize("theme", HIGH)
def test_in_high_contrast_what_is_written_on_fills_reaches_seven_to_one(theme: str) -> None:
    table = THEMES[theme]
    for fill, ink in FILLS:
        assert contrast(table[fill], table[ink]) >= 7, fill


@pytest.mark.parametrize("theme", HIGH)
@pytest.mark.parametrize("line", ["border", "border2", "control", "noteborder"])
def test_in_high_contrast_every_line_is_black_or_white(theme: str, line: str) -> None:
    assert contrast(THEMES[theme][line], THEMES[theme]["surface"]) == pytest.approx(21)


@pytest.mark.parametrize("theme", HIGH)
@pytest.mark.parametrize("mark", ["off", "offmark"])
def test_in_high_contrast_what_cannot_be_pressed_is_told_from_what_can_and_still_read(theme: str, mark: str) -> None:
    table = THEMES[theme]
    for ink in ("text", "text2"):
        assert contrast(table[mark], table[ink]) >= 2.5
    assert contrast(table[mark], table["raised"]) >= 4.5


def test_all_themes_have_the_same_tokens() -> None:
    assert all(table.keys() == LIGHT.keys() for table in THEMES.values())


def test_nothing_is_written_smaller_than_eleven_pixels() -> None:
    assert min(style.pixels for style in TYPE_SCALE) >= 11


@pytest.mark.parametrize("theme", HIGH)
def test_in_high_contrast_borders_have_two_pixels_and_the_ring_is_told_from_them(theme: str) -> None:
    sheet = style_sheet(THEMES[theme])
    assert lines_of(THEMES[theme]) == (2, 4)
    assert "border: 2px solid" in sheet
    assert "1px solid" not in sheet
    assert lines_of(LIGHT) == lines_of(DARK) == (1, 2)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", ["text3", *TONES])
def test_what_is_used_of_a_clock_is_told_from_what_is_left(theme: str, ink: str) -> None:
    assert contrast(THEMES[theme][ink], THEMES[theme]["groove"]) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("line", ["text3", "chart1", "chart2"])
def test_what_a_chart_is_about_is_told_from_its_grid(theme: str, line: str) -> None:
    table = THEMES[theme]
    assert contrast(table[line], table["grid"]) >= 2.5
    assert contrast(table[line], table["surface"]) >= 2 * contrast(table["grid"], table["surface"])
