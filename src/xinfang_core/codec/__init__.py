"""Records in, answers out (编解码): CSV, JSON and JSON Lines."""

from xinfang_core.codec.answers import answer_lines, encode_assessment
from xinfang_core.codec.decoding import Decoded, decode_case
from xinfang_core.codec.encoder import AnswerEncoder
from xinfang_core.codec.options import ReadOptions
from xinfang_core.codec.plain import Json
from xinfang_core.codec.problems import decode_error, encode_error
from xinfang_core.codec.receipts import Receipts
from xinfang_core.codec.records import Records, Register, open_register, read_records
from xinfang_core.codec.replaying import Receipt, Replayed, read_receipt, replay
from xinfang_core.codec.requests import Asked, RequestReader, Terms
from xinfang_core.codec.row_cases import RefusedRow
from xinfang_core.codec.sizes import Size
from xinfang_core.codec.writing import encode_case

__all__ = [
    "AnswerEncoder",
    "Asked",
    "Decoded",
    "Json",
    "ReadOptions",
    "Receipt",
    "Receipts",
    "Records",
    "RefusedRow",
    "Register",
    "Replayed",
    "RequestReader",
    "Size",
    "Terms",
    "answer_lines",
    "decode_case",
    "decode_error",
    "encode_assessment",
    "encode_case",
    "encode_error",
    "open_register",
    "read_receipt",
    "read_records",
    "replay",
]
