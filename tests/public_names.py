"""The public face of the package: its top, and its topics one level down."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

TOP = {
    "assessment": "Assessment Obligation assess",
    "calendar": "WorkCalendar last_day mainland_calendar",
    "case": "Case Event History",
    "codec": "decode_case decode_error encode_assessment encode_case encode_error read_records",
    "codec.notices": "read_notice",
    "deadline": "Deadline",
    "decision": "Decision Finding Reason",
    "errors": """
        InvalidFactError MisuseError PolicyDataError RecordError UnknownNameError XinfangError
    """,
    "policy": "Policy PolicyPack load_policy policy_ids read_policy",
    "rechecking": "recheck",
    "vocabulary": "Absent Basis EventKind Status Undetermined",
    "workflow": "may_follow record",
}
"""The names at the top by the topic that each belongs to."""

TOPICS = (
    *("assessment", "case", "codec", "codec.notices", "policy", "workflow", "outside"),
    *("rechecking", "deadline", "decision", "sources", "periods", "calendar", "drawing", "errors"),
    *("vocabulary", "declared", "rules.ledger", "rules.station", "rules.papers", "serving"),
)
"""The public modules, in the order of the page; some have public modules below them."""


def module_of(topic: str) -> ModuleType:
    """The module of a topic."""
    return import_module(f"xinfang_core.{topic}")


def public_modules() -> dict[str, ModuleType]:
    """The topics by name, and the modules that they name."""
    found = {topic: module_of(topic) for topic in TOPICS}
    for topic, module in tuple(found.items()):
        for name in module.__all__:
            inner = getattr(module, name)
            if isinstance(inner, ModuleType):
                found[f"{topic}.{name}"] = inner
    return found


def public_names() -> dict[str, object]:
    """Everything that is public, by its path within the package."""
    return {
        f"{topic}.{name}": getattr(module, name)
        for topic, module in public_modules().items()
        for name in module.__all__
        if not isinstance(getattr(module, name), ModuleType)
    }
