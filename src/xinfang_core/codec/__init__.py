"""Records in, answers out (编解码): CSV, JSON and JSON Lines."""

from xinfang_core.codec.answers import assessment_json, json_lines
from xinfang_core.codec.columns import parse_column, read_column_map
from xinfang_core.codec.encoder import AnswerEncoder
from xinfang_core.codec.records import Records, read_records
from xinfang_core.codec.summary import Tally, status_of, summary_json
from xinfang_core.codec.writing import case_json

__all__ = [
    "AnswerEncoder",
    "Records",
    "Tally",
    "assessment_json",
    "case_json",
    "json_lines",
    "parse_column",
    "read_column_map",
    "read_records",
    "status_of",
    "summary_json",
]
