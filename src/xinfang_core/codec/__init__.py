"""Records in, answers out (编解码): CSV, JSON and JSON Lines."""

from xinfang_core.codec.answers import answer_lines, encode_assessment, line_writer
from xinfang_core.codec.columns import parse_column, read_column_map
from xinfang_core.codec.decoding import Decoded, decode_case, decode_record
from xinfang_core.codec.encoder import AnswerEncoder
from xinfang_core.codec.options import ReadOptions
from xinfang_core.codec.problems import decode_error, encode_error
from xinfang_core.codec.records import Records, RefusedRow, read_records
from xinfang_core.codec.summary import Tally, status_of, summary_json
from xinfang_core.codec.writing import encode_case, refused_json

__all__ = [
    "AnswerEncoder",
    "Decoded",
    "ReadOptions",
    "Records",
    "RefusedRow",
    "Tally",
    "answer_lines",
    "decode_case",
    "decode_error",
    "decode_record",
    "encode_assessment",
    "encode_case",
    "encode_error",
    "line_writer",
    "parse_column",
    "read_column_map",
    "read_records",
    "refused_json",
    "status_of",
    "summary_json",
]
