"""What is hidden from a server that helps to write, and what is left: a table of hard cases."""

import pytest

from app.domain.writing_help.masking import Mask, mask, unmask

HIDDEN = (
    # E-mail addresses
    "jonas.weber@example.com", "Jonas.Weber+desk@mail.example.co.uk", "o'neil@example.ie", "müller@bücher.example",
    "info@xn--bcher-kva.example", "jonas (at) example.com", "jonas[at]example[dot]com", "用户@例子.公司",
    # International
    "+49 30 1234567", "+49 (0)30 1234-567", "+49(0)301234567", "+4930123456", "0049 30 1234567", "00493012345678",
    "+1 (212) 555-0123", "+44 20 7946 0958", "+33 6 12 34 05 06", "+39 347 1234567", "+7 (495) 123-45-67",
    "+91 98765 43210", "+86 138 1234 5678", "+81-3-1234-5678", "+55 (11) 91234-5678", "+353 1 234 5678",
    "+972-50-123-4567", "\uff0b81 3 1234 5678", "+٩٧١ ٥٠ ١٢٣ ٤٥٦٧",
    # As countries write them at home
    "030 1234567", "030/1234567", "(030) 1234567", "030-12 34 56-78", "0171 1234567", "01711234567", "0800 330 1000",
    "06 12 34 56 78", "06.12.34.56.78", "0612345678", "020 7946 0958", "(020) 7946 0958", "07700 900123",
    "555-0123", "212-555-0123", "(212) 555-0123", "212.555.0123", "212 555 0123", "1-800-555-0199", "612 345 678",
    "91 234 56 78", "20 12 34 56", "8 (495) 123-45-67", "55 1234 5678", "98765 43210", "138 1234 5678",
    "(11) 91234-5678", "03-1234-5678", "04 123 45 67", "044 668 18 00", "02 9374 4000", "030\u00a01234567",
)  # fmt: skip

SAID = (
    "Tel. 12345", "phone: 5551234", "ext. 4711", "extension 4711", "Durchwahl 4711", "Fax 4450-123",
    "Handy: 1711234567", "Rückruf unter 4711", "phone number 5551234567", "Telefonnummer: 5551234567",
    "mobile 5551234567", "call me on 51234",
)  # fmt: skip

LEFT = (
    "INC-10482", "INC0012345", "MI-0031", "KB-118", "CD-4012", "CHG0030012", "#10482", "ticket 10482345",
    "incident 0123456789", "order 0123456789", "Bestellnummer 0301234567", "SN 01234567890", "S/N: 0123456789",
    "serial number 012345678901", "Seriennummer: 01234567890", "asset 0012345678", "5CG0123456", "C02XG2JHJG5H",
    "192.168.10.12", "10.0.0.1:8080", "172.16.0.0/12", "255.255.255.0", "fe80::1ff:fe23:4567:890a", "2001:db8::1",
    "00:1a:2b:3c:4d:5e", "00-14-22-01-23-45", "123e4567-e89b-12d3-a456-426614174000", "srv-db-07", "srv-01-4711",
    "2026-11-29", "2026-11-29 14:05:33", "2026-11-29T14:05:33.123Z", "29.11.2026", "29.11.26", "11/29/2026",
    "29 11 2026", "2026/11/29", "14:05", "14:05:33", "08:00-17:30", "10.0.19045.3570", "v4.12.1", "12.4.1",
    "KB5031455", "0x80070005", "CVE-2026-12345", "error 08001234567", "PID 1234567", "port 5432", "1 000 000",
    "1024x768", "4500123456", "20261129", "123456", "99.98", "1,234,567", "build 0123456789", "C:\\Users\\u0301234567",
    "GMT+0200", "event ID 4625", "2 x 3", "root@srv", "floor 3, room 312", "iPhone 15", "DIN 476-2", "ISO 27001",
    "4111 1111 1111 1111",
)  # fmt: skip


@pytest.mark.parametrize("address", HIDDEN)
@pytest.mark.parametrize("around", ["{}", "Please answer {}.", "({})", "Reach: {}, thanks", "<{}>", "a\n{}\nb"])
def test_what_reaches_a_person_is_hidden(address: str, around: str) -> None:
    text = around.format(address)
    masked = mask(text)
    assert len(masked.hidden) == 1, masked
    assert not any(letter.isdigit() for letter in unmask(masked.text, dict.fromkeys(masked.hidden, "")))
    assert unmask(masked.text, masked.hidden) == text


@pytest.mark.parametrize("text", SAID)
def test_a_number_that_is_called_a_phone_number_is_hidden(text: str) -> None:
    masked = mask(f"He said: {text}.")
    assert len(masked.hidden) == 1, masked
    assert "[phone 1]" in masked.text


@pytest.mark.parametrize("number", LEFT)
@pytest.mark.parametrize("around", ["{}", "See {}.", "({})", "it is {}, again"])
def test_what_is_a_number_of_something_else_stays(number: str, around: str) -> None:
    text = around.format(number)
    assert mask(text).text == text


def test_the_same_address_has_the_same_placeholder_however_it_is_written() -> None:
    masked = mask("Jonas@Example.com wrote to jonas@example.com from +49 30 1234567, that is +49 (30) 123 45 67.")
    assert masked.text == "[email 1] wrote to [email 1] from [phone 1], that is [phone 1]."
    assert masked.counted() == (1, 1)


def test_several_texts_share_their_placeholders() -> None:
    each = Mask()
    assert each.mask("a@example.com") == "[email 1]"
    assert each.mask("b@example.com and a@example.com") == "[email 2] and [email 1]"


def test_what_stands_side_by_side_is_told_apart() -> None:
    assert mask("030 1234567 / 040 7654321").text == "[phone 1] / [phone 2]"
    assert mask("0301234567 0407654321").text == "[phone 1] [phone 2]"
    assert mask("030 1234567 2026-11-29 14:05").text == "[phone 1] 2026-11-29 14:05"
    assert mask("030 1234567 14:05").text == "[phone 1] 14:05"
    assert mask("Tel. 030 1234567, Fax 030 1234568").text == "Tel. [phone 1], Fax [phone 2]"
    assert mask("INC-10482 030 1234567 192.168.10.12").text == "INC-10482 [phone 1] 192.168.10.12"


def test_a_text_that_speaks_of_placeholders_is_not_filled_with_addresses() -> None:
    masked = Mask("[email 1] is what the model wrote")
    assert masked.mask("[email 1]: a@example.com") == "[email 1]: [email 2]"
    assert unmask("[email 1]: [email 2]", masked.hidden) == "[email 1]: a@example.com"


@pytest.mark.parametrize(
    ("said", "filled"),
    [
        ("Write to [email 1].", "Write to a@example.com."),
        ("Write to [Email 1].", "Write to a@example.com."),
        ("Write to [e-mail 1].", "Write to a@example.com."),
        ("Write to [ email  1 ].", "Write to a@example.com."),
        ("Write to [email 01].", "Write to a@example.com."),
        ("Write to [email 7].", "Write to [email 7]."),
        ("Write to [phone 1].", "Write to [phone 1]."),
        ("Write to [emai", "Write to [emai"),
    ],
)
def test_what_comes_back_is_filled_in(said: str, filled: str) -> None:
    assert unmask(said, {"[email 1]": "a@example.com"}) == filled


@pytest.mark.parametrize(
    "text",
    [
        "",
        "+" * 9_000,
        "0" * 99_000,
        "1 " * 20_000,
        "a@" * 20_000,
        "(" * 9_000 + "1",
        "1-" * 20_000,
        "a." * 30_000 + "@",
    ],
)
def test_hostile_texts_take_no_time_and_do_no_harm(text: str) -> None:
    masked = mask(text)
    assert unmask(masked.text, masked.hidden) == text
