"""Foreign bytes at every decoder, chosen by what they reach: only our own errors may come out.

``pip install atheris``, then ``python benchmarks/fuzz_decoders.py [FOLDER] [libFuzzer options]``,
such as ``-max_total_time=3600``. The folder keeps what was found, so that a further run goes on
from there. An exception outside our own classes, an answer that takes more than a second, or more
than 256 MiB ends the run and is shown.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import atheris

with atheris.instrument_imports(include=["xinfang_core"]):
    from xinfang_core import load_policy, mainland_calendar
    from xinfang_core.codec import (
        RequestReader,
        Terms,
        decode_error,
        encode_error,
        read_receipt,
        replay,
    )
    from xinfang_core.codec.decoding import decode_case
    from xinfang_core.codec.fields import EVENT_NAMES, NAMES
    from xinfang_core.codec.notices import read_notice_text
    from xinfang_core.codec.records import read_records
    from xinfang_core.codec.stream import Line, LineAnswers
    from xinfang_core.errors import XinfangError
    from xinfang_core.vocabulary import EventKind

TODAY = date(2026, 5, 21)
TERMS = Terms(mainland_calendar(), policy="online-proxy")
ANSWERS = LineAnswers(TERMS)
READER = RequestReader(TERMS)
POLICY = load_policy("online-proxy")
CASE = decode_case({"case_no": "1", "received_at": "2025-09-30"})
FOLDER = TemporaryDirectory()
SLOWEST = 1.0
"""Seconds of this process; those on the wall tell how busy the machine is."""

LIMITS = ("-max_len=4096", "-timeout=30", "-rss_limit_mb=256", "-len_control=0")
WORDS = [one for one in (*NAMES, *EVENT_NAMES, *EventKind.__members__) if one.isascii()]


def request(data: bytes) -> None:
    """A line of a stream."""
    ANSWERS.answer(Line(1, data, 1), TODAY).text.encode()


def record(value: object) -> None:
    """A case as a dictionary."""
    decode_case(value, extra="keep")  # type: ignore[call-overload]


def problem(value: object) -> None:
    """An error that another process wrote."""
    json.dumps(encode_error(decode_error(value))).encode()  # type: ignore[arg-type]


def receipt(value: object) -> None:
    """What was kept of an answer."""
    replay(read_receipt(value), CASE, POLICY, TERMS.calendar, b"a key of some length")


def table(data: bytes) -> None:
    """A register as CSV."""
    _register("r.csv", data)


def document(data: bytes) -> None:
    """A register as JSON."""
    _register("r.json", data)


def _register(name: str, data: bytes) -> None:
    path = Path(FOLDER.name, name)
    path.write_bytes(data)
    for case in read_records(path).cases:
        READER.read({"case": {"case_no": case.case_no}}, TODAY).answer()


def notice(data: bytes) -> None:
    """What a clerk typed of a notice."""
    read_notice_text(data.decode("utf-8", "replace"), "n.txt")


BYTES = (request, table, document, notice)
PLAIN = (record, problem, receipt)
KINDS = (*BYTES, *PLAIN)
SEEDS = (
    (request, '{"case_no":"1","received_at":"2025-09-30","urgent":true,"agent_no":"A"}'),
    (request, '{"case":{"case_no":"1"},"policy":"national@2022-05-01","receipt":true}'),
    (request, '{"case_no":"1","events":[{"kind":"receive","at":"2025-09-30T08:00+08:00"}]}'),
    (table, "信访件编号,收到日期,紧急标志\n甲-1,2025年9月30日,是\n"),
    (document, '{"cases":[{"case_no":"1","signs":["group_visit"],"award_paid":"12.50"}]}'),
    (notice, "文号：国办发明电〔2026〕9号\n年份：2027\n元旦：1月1日（周五）至3日放假，共3天。\n"),
    (record, '{"case_no":"1","received_at":"2025-09-30","of the host":[1]}'),
    (problem, '{"type":"urn:xinfang-core:error:record","errors":[{"code":"a.b","facts":{}}]}'),
    (receipt, '{"receipt":1,"policy":"a","made_by":{},"values":{},"years":{},"answer":"0"}'),
)


def one_input(data: bytes) -> None:
    """The first byte says which decoder the others are for."""
    if not data:
        return
    decode, rest = KINDS[data[0] % len(KINDS)], data[1:]
    value: object = rest
    if decode in PLAIN:
        try:
            value = json.loads(rest)
        except (ValueError, RecursionError):  # no JSON: the host's own reader says so
            return
    begun = process_time()
    try:
        decode(value)  # type: ignore[arg-type]
    except XinfangError as error:
        json.dumps(encode_error(error), ensure_ascii=False).encode()
    taken = process_time() - begun
    assert taken < SLOWEST, taken  # noqa: S101 - this is a test


def main() -> None:
    """Run until the options say to stop."""
    folder = Path(sys.argv[1]) if sys.argv[1:] and sys.argv[1][:1] != "-" else Path("fuzz")
    folder.mkdir(exist_ok=True)
    for number, (decode, text) in enumerate(SEEDS):
        first = bytes([KINDS.index(decode)])
        (folder / f"seed-{number}").write_bytes(first + text.encode())
    options = [one for one in sys.argv[1:] if one.startswith("-")]
    words = Path(FOLDER.name, "words")
    words.write_text("".join(f'"{name}"\n' for name in WORDS), "utf-8")
    options.append(f"-dict={words}")
    atheris.Setup([sys.argv[0], *LIMITS, *options, str(folder)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
