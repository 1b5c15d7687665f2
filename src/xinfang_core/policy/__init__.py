"""Policies as dated data (办法): read, checked against their phrases, picked by day and place."""

from xinfang_core.policy.clauses import Clause
from xinfang_core.policy.edition import Edition, Variant
from xinfang_core.policy.files import load_policy, policy_ids, read_policy
from xinfang_core.policy.listing import Line, lines
from xinfang_core.policy.pack import PolicyPack
from xinfang_core.policy.versions import Policy

__all__ = [
    "Clause",
    "Edition",
    "Line",
    "Policy",
    "PolicyPack",
    "Variant",
    "lines",
    "load_policy",
    "policy_ids",
    "read_policy",
]
