"""Records in, answers out (编解码): CSV, JSON and JSON Lines."""

from xinfang_core.codec.answers import answer_lines, encode_assessment, line_writer
from xinfang_core.codec.columns import parse_column, read_column_map
from xinfang_core.codec.decoding import Decoded, decode_case, decode_record
from xinfang_core.codec.encoder import AnswerEncoder
from xinfang_core.codec.options import ReadOptions
from xinfang_core.codec.problems import decode_error, encode_error, error_json
from xinfang_core.codec.records import Records, Register, open_register, read_records
from xinfang_core.codec.row_cases import RefusedRow
from xinfang_core.codec.summary import Tally, status_of, statuses_of, summary_json
from xinfang_core.codec.writing import encode_case

__all__ = [
    "AnswerEncoder",
    "Decoded",
    "ReadOptions",
    "Records",
    "RefusedRow",
    "Register",
    "Tally",
    "answer_lines",
    "decode_case",
    "decode_error",
    "decode_record",
    "encode_assessment",
    "encode_case",
    "encode_error",
    "error_json",
    "line_writer",
    "open_register",
    "parse_column",
    "read_column_map",
    "read_records",
    "status_of",
    "statuses_of",
    "summary_json",
]
