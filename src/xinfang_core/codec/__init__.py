"""Records in, answers out (编解码): CSV, JSON and JSON Lines."""

from xinfang_core.codec.answers import answer_lines, encode_assessment
from xinfang_core.codec.decoding import Decoded, decode_case, decode_record
from xinfang_core.codec.encoder import AnswerEncoder
from xinfang_core.codec.options import ReadOptions
from xinfang_core.codec.plain import Json
from xinfang_core.codec.problems import decode_error, encode_error
from xinfang_core.codec.records import Records, RefusedRow, read_records
from xinfang_core.codec.sizes import Size
from xinfang_core.codec.writing import encode_case, refused_json

__all__ = [
    "AnswerEncoder",
    "Decoded",
    "Json",
    "ReadOptions",
    "Records",
    "RefusedRow",
    "Size",
    "answer_lines",
    "decode_case",
    "decode_error",
    "decode_record",
    "encode_assessment",
    "encode_case",
    "encode_error",
    "read_records",
    "refused_json",
]
