"""Notices from files and back (放假安排通知): TOML, and the lines a clerk types in minutes."""

from xinfang_core.codec.notices.reading import read_notice, read_notice_text
from xinfang_core.codec.notices.writing import notice_toml

__all__ = ["notice_toml", "read_notice", "read_notice_text"]
