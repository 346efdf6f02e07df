"""Asking a server that helps to write, against a real one on this computer that does what servers do."""

import json
import socket
import ssl
import threading
import tracemalloc
import zlib
from pathlib import Path

import pytest

from app.channels.writing_help.chat import Answer, ask, models
from app.channels.writing_help.events import EventReader
from app.channels.writing_help.line import Line
from app.channels.writing_help.way import Patience, Way
from app.domain.errors import BadInput, Stopped, Unavailable
from app.domain.writing_help.prompts import LONGEST_ANSWER
from app.domain.writing_help.server import parse_server
from tests.support.writing_server import Act, Answering, event, serving, usual

SHORT = Patience(connect=2.0, first=0.4, between=0.4)
KEY = "sk-secret-4711"


def line_to(address: str, key: str = KEY, patience: Patience = SHORT) -> Line:
    return Line(Way(parse_server(address), "small", key), patience)


def asked(act: Act, key: str = KEY) -> tuple[Answer, list[str]]:
    heard: list[str] = []
    with serving(act) as server:
        return ask(line_to(server.address, key), "Write this.", heard.append), heard


def trouble(act: Act, key: str = KEY) -> str:
    with pytest.raises(Unavailable) as raised:
        asked(act, key)
    assert KEY not in str(raised.value)
    return str(raised.value)


def test_words_come_as_they_are_written() -> None:
    heard: list[str] = []
    first = threading.Event()

    def act(answering: Answering) -> None:
        answering.begin()
        answering.words("Good")
        assert answering.server.go_on.wait(10)  # the second comes only once the first was heard
        answering.words(" morning")
        answering.finish()

    with serving(act) as server:

        def hear(words: str) -> None:
            heard.append(words)
            first.set()
            server.go_on.set()

        answer = ask(line_to(server.address, patience=Patience(2.0, 10.0, 10.0)), "Write this.", hear)
        path, headers, body = server.asked[0]
    assert answer == Answer("Good morning")
    assert heard == ["Good", " morning"]
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert body == {"model": "small", "messages": [{"role": "user", "content": "Write this."}], "stream": True}


def test_without_a_key_none_is_sent() -> None:
    with serving(usual()) as server:
        ask(line_to(server.address, ""), "x", lambda _words: None)
        assert "Authorization" not in server.asked[0][1]


def test_a_proxy_of_the_system_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert asked(usual())[0].text == "Good morning."


def test_a_server_that_does_not_stream_is_understood() -> None:
    body = {"choices": [{"message": {"content": "All at once."}, "finish_reason": "stop"}]}
    assert asked(lambda answering: answering.say(200, json.dumps(body).encode()))[0].text == "All at once."


def test_an_answer_that_the_server_cut_off_says_so() -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        answering.chunk(event("Too lo", "length"))
        answering.finish()

    assert asked(act)[0] == Answer("Too lo", is_cut_off=True)


def test_a_server_that_keeps_the_line_open_after_the_end_is_not_waited_for() -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        answering.chunk(event("Done.", "stop"))
        answering.server.go_on.wait(10)

    assert asked(act)[0] == Answer("Done.")


def test_a_server_that_does_not_stop_is_stopped() -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        for _ in range(10_000):
            answering.words("word " * 100)

    answer, _heard = asked(act)
    assert len(answer.text) == LONGEST_ANSWER
    assert answer.is_cut_off


def test_cutting_ends_it_at_once_while_it_waits_for_the_next_word() -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        answering.words("Good")
        answering.server.go_on.wait(30)

    with serving(act) as server:
        line = line_to(server.address, patience=Patience(30.0, 30.0, 30.0))
        with pytest.raises(Stopped):
            ask(line, "x", lambda _words: line.cut())


def test_cutting_ends_it_at_once_while_another_thread_waits_for_the_first_word() -> None:
    begun = threading.Event()

    def act(answering: Answering) -> None:
        begun.set()
        answering.server.go_on.wait(30)

    outcome: list[BaseException] = []
    with serving(act) as server:
        line = line_to(server.address, patience=Patience(30.0, 30.0, 30.0))

        def run() -> None:
            try:
                ask(line, "x", lambda _words: None)
            except Stopped as error:
                outcome.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        assert begun.wait(10)
        line.cut()
        thread.join(5)
        assert not thread.is_alive()
    assert isinstance(outcome[0], Stopped)


def test_a_line_that_was_cut_before_it_began_asks_nobody() -> None:
    with serving(usual()) as server:
        line = line_to(server.address)
        line.cut()
        with pytest.raises(Stopped):
            ask(line, "x", lambda _words: None)
        assert server.asked == []


def test_what_breaks_off_in_the_middle_is_told_and_what_came_was_heard() -> None:
    heard: list[str] = []

    def act(answering: Answering) -> None:
        answering.begin()
        answering.words("Good")
        answering.drop()

    with serving(act) as server, pytest.raises(Unavailable, match="broke before the text was complete"):
        ask(line_to(server.address), "x", heard.append)
    assert heard == ["Good"]


def test_half_a_line_at_the_end_is_a_broken_answer() -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        answering.words("Good")
        answering.chunk(b'data: {"choices": [{"delta": {"con')
        answering.chunk(b"")

    assert "broke" in trouble(act)


def test_an_answer_without_an_end_is_a_broken_answer() -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        answering.words("Good")
        answering.chunk(b"")

    assert "broke" in trouble(act)


def test_a_server_that_hangs_up_without_a_word_is_told() -> None:
    assert "broke" in trouble(lambda answering: answering.drop())


def test_a_server_that_stalls_is_given_up() -> None:
    def silent(answering: Answering) -> None:
        answering.server.go_on.wait(10)

    def sleepy(answering: Answering) -> None:
        answering.begin()
        answering.words("Good")
        answering.server.go_on.wait(10)

    assert "has not begun to answer" in trouble(silent)
    assert "has sent nothing for" in trouble(sleepy)


def error(status: int, message: str, **headers: str) -> Act:
    body = json.dumps({"error": {"message": message, "type": "x"}}).encode()
    return lambda answering: answering.say(status, body, **headers)


@pytest.mark.parametrize(
    ("act", "key", "said"),
    [
        (error(401, f"Incorrect API key provided: {KEY}"), KEY, "does not take the key"),
        (error(401, "no key"), "", "asks for a key"),
        (error(403, "no"), KEY, "does not take the key"),
        (error(404, "The model `small` does not exist"), KEY, "does not know the model small"),
        (error(400, "model not found"), KEY, "does not know the model small"),
        (error(404, "not here"), KEY, "knows nothing at /v1"),
        (error(400, "maximum context length is 4096 tokens"), KEY, "too long for the model small"),
        (error(413, "x"), KEY, "too long for the model small"),
        (error(429, "slow down"), KEY, "takes no more for now"),
        (error(500, "boom"), KEY, "answers with the error 500"),
        (error(503, "loading"), KEY, "“loading”"),
        (error(302, "x", Location="http://elsewhere.example/v1"), KEY, "sends on to http://elsewhere.example/v1"),
        (error(307, "x", Location="https://elsewhere.example\u00e9"), KEY, "sends on to"),
        (lambda a: a.say(200, b"<html>hello</html>", "text/html"), KEY, "it sends text/html"),
        (lambda a: a.say(200, b"hello"), KEY, "it does not send JSON"),
        (lambda a: a.say(200, b"[1, 2]"), KEY, "it does not send JSON"),
        (lambda a: a.say(200, b"[" * 100_000), KEY, "it does not send JSON"),
        (lambda a: a.say(200, b"{}"), KEY, "its answer is empty"),
        (lambda a: a.say(200, b'{"choices": [7]}'), KEY, "its answer is empty"),
        (lambda a: a.say(200, b'{"choices": [{"delta": 7}]}'), KEY, "its answer is empty"),
        (lambda a: a.say(404, b"\xff\xfe nothing", "text/plain"), KEY, "knows nothing at /v1"),
        (lambda a: a.wfile.write(b"SSH-2.0-OpenSSH\r\n"), KEY, "it does not speak HTTP"),
    ],
)  # fmt: skip
def test_each_trouble_is_a_plain_sentence(act: Act, key: str, said: str) -> None:
    def once(answering: Answering) -> None:
        act(answering)
        answering.close_connection = True

    assert said in trouble(once, key)


@pytest.mark.parametrize("cut", [1, 3, 7, 1000])
def test_what_a_model_thinks_before_it_answers_is_no_part_of_the_answer(cut: int) -> None:
    """Models of an office's own often think aloud, between two marks that may come in any pieces."""
    written = "\n<think>The caller is angry.\n<b></think>\n\nGood morning, <think> is a tag."
    pieces = [written[start : start + cut] for start in range(0, len(written), cut)]

    def act(answering: Answering) -> None:
        answering.begin()
        answering.words(*pieces)
        answering.finish()

    answer, heard = asked(act)
    assert answer.text == "".join(heard) == "Good morning, <think> is a tag."


@pytest.mark.parametrize(("written", "said"), [("<thi", "<thi"), ("<b>Good</b>", "<b>Good</b>"), (" ", None)])
def test_what_only_begins_like_a_thought_is_said(written: str, said: str | None) -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        answering.chunk(event(written))
        answering.chunk(event("", "stop"))
        answering.finish()

    if said is None:
        assert "without having written anything" in trouble(act)
    else:
        assert asked(act)[0].text == said


def test_words_in_parts_are_put_together() -> None:
    body = {
        "choices": [{"message": {"content": [{"type": "text", "text": "Good "}, {"type": "image"}, {"text": "day"}]}}]
    }
    assert asked(lambda a: a.say(200, json.dumps(body).encode()))[0].text == "Good day"


@pytest.mark.parametrize(
    ("ending", "said"), [("content_filter", "declined to write this"), ("stop", "without having written anything")]
)
def test_an_answer_without_a_word_says_why(ending: str, said: str) -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        answering.chunk(event("", ending))
        answering.finish()

    told = trouble(act)
    assert said in told
    assert "Check the address" not in told


def test_an_error_in_the_middle_of_a_stream_is_told() -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        answering.words("Good")
        answering.chunk(b'data: {"error": {"message": "out of memory"}}\n\n')
        answering.finish()

    assert "out of memory" in trouble(act)


def test_garbage_in_a_stream_is_told() -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        answering.chunk(b"\x00\xff\xfe data: no\n\ndata: {]\n\n")
        answering.finish()

    assert "does not send JSON" in trouble(act)


def test_more_than_any_answer_is_long_is_not_read_to_the_end() -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        for _ in range(100):
            answering.chunk(b": nothing\n" * 10_000)
        answering.finish()

    assert "more than any answer is long" in trouble(act)


def test_a_line_that_does_not_end_is_not_kept() -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        for _ in range(60):
            answering.chunk(b"x" * 50_000)

    tracemalloc.start()
    try:
        assert "a line that does not end" in trouble(act)
        assert tracemalloc.get_traced_memory()[1] < 40_000_000
    finally:
        tracemalloc.stop()


def test_nobody_there_nobody_known_and_no_encryption() -> None:
    with serving(usual()) as server:
        address = server.address
        with pytest.raises(Unavailable, match="does not speak TLS"):
            ask(line_to(address.replace("http:", "https:")), "x", lambda _words: None)
    with pytest.raises(Unavailable, match="nothing listens"):
        ask(line_to(address), "x", lambda _words: None)


def test_a_name_that_nobody_knows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_arguments: object, **_named: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Unavailable, match=r"Nobody knows a server called desk\.example"):
        ask(line_to("http://desk.example"), "x", lambda _words: None)


def test_a_certificate_of_nobody_known_is_refused_and_one_of_the_office_is_taken(tmp_path: Path) -> None:
    authority, chain = _certificates(tmp_path)
    with serving(usual()) as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        address = server.address.replace("http:", "https:").replace("127.0.0.1", "localhost")
        with pytest.raises(Unavailable, match="cannot be trusted"):
            ask(line_to(address), "x", lambda _words: None)
        way = Way(parse_server(address), "small", KEY, authority.read_text())
        assert ask(Line(way, Patience(5.0, 5.0, 5.0)), "x", lambda _words: None).text == "Good morning."
        with pytest.raises(Unavailable, match="cannot be read"):
            ask(Line(way._replace(authority="no certificate")), "x", lambda _words: None)


def _certificates(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that is its own authority, made with openssl."""
    import subprocess

    certificate, key, both = folder / "c.pem", folder / "k.pem", folder / "both.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    both.write_text(certificate.read_text() + key.read_text())
    return certificate, both


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "schlüssel", "tab\t"])
def test_a_key_that_is_none_is_refused_before_anything_is_sent(key: str) -> None:
    with pytest.raises(BadInput, match="Copy it again"):
        line_to("http://127.0.0.1:9", key)


def test_the_models_of_a_server_are_listed() -> None:
    with serving(usual(models=("small", "large", "small", "x" * 300))) as server:
        assert models(line_to(server.address)) == ("large", "small")
        assert server.asked[0][0] == "/v1/models"


@pytest.mark.parametrize("body", [b"{}", b"[]", b'{"data": 7}', b"nothing", b""])
def test_a_list_of_models_that_is_none_is_told(body: bytes) -> None:
    with (
        serving(lambda answering: answering.say(200, body)) as server,
        pytest.raises(Unavailable, match="list of models"),
    ):
        models(line_to(server.address))


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_events_come_in_any_pieces(size: int) -> None:
    source = "data: grün 🎉\r\n\r\n: a comment\nevent: x\ndata:two\ndata: three\n\nid: 4\rdata: four\r\rdata: five"
    raw = source.encode()
    reader = EventReader()
    found = [each for at in range(0, len(raw), size) for each in reader.feed(raw[at : at + size])]
    assert [*found, *reader.end()] == ["grün 🎉", "two", "three", "four", "five"]


def packed(kind: str, *pieces: bytes, whole: bool = True) -> Act:
    """Answers in gzip although nobody asked for it, as some proxies do, and calls it `kind`."""

    def act(answering: Answering) -> None:
        answering.send_response(200)
        for name, value in {
            "Content-Type": "text/event-stream", "Content-Encoding": kind, "Transfer-Encoding": "chunked",
        }.items():  # fmt: skip
            answering.send_header(name, value)
        answering.end_headers()
        made = zlib.compressobj(wbits=31)
        for piece in pieces:
            answering.chunk(made.compress(piece) + made.flush(zlib.Z_SYNC_FLUSH))
        if whole:
            answering.chunk(made.flush())
        answering.chunk(b"")

    return act


@pytest.mark.parametrize("kind", ["gzip", "X-GZIP", "deflate"])
def test_an_answer_that_is_packed_unasked_is_taken_apart_as_it_comes(kind: str) -> None:
    answer, heard = asked(packed(kind, event("Good"), event(" morning"), b"data: [DONE]\n\n"))
    assert (answer.text, heard) == ("Good morning", ["Good", " morning"])


def test_what_cannot_be_taken_apart_is_said_to_be_packed() -> None:
    assert "packed as br, which nobody asked for" in trouble(packed("br", event("Good")))
    assert "cannot be taken apart" in trouble(
        lambda answering: answering.say(200, b"Good", "text/event-stream", **{"Content-Encoding": "gzip"})
    )
    assert "connection broke" in trouble(packed("gzip", event("Good"), whole=False))


def test_a_little_that_unpacks_to_very_much_is_not_listened_to() -> None:
    assert "more than any answer is long" in trouble(packed("gzip", b":" + b" " * 200 + b"\n" * 5_000_000))


def test_an_error_that_is_packed_is_read() -> None:
    body = zlib.compress(b'{"error": {"message": "No model is loaded"}}', wbits=31)
    act: Act = lambda answering: answering.say(503, body, **{"Content-Encoding": "gzip"})  # noqa: E731 -- an answer
    assert "No model is loaded" in trouble(act)
