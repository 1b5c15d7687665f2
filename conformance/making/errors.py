"""Lines that cannot be answered (不能回答的请求): each breaks the contract at a place of its own.

Written by hand. No value is near a known name: which name is offered is a courtesy, no contract.
"""

from __future__ import annotations

import json
from typing import Any

Json = dict[str, Any]
_DAY = "2025-10-20"


def _about(**case: object) -> Json:
    return {"case": {"case_no": "1", **case}, "policy": "national", "as_of": _DAY}


def _told(**said: object) -> Json:
    return {"case": {"case_no": "1"}, "policy": "national", "as_of": _DAY, **said}


def _happened(*events: Json) -> Json:
    return _about(events=[*events])


def _event(kind: str, at: str = "2025-10-09", **details: object) -> Json:
    return {"kind": kind, "at": at, **details}


BAD_LINES: tuple[tuple[str, str | Json], ...] = (
    ("不是 JSON", "{"),
    ("一行之后还有别的", '{"case": {"case_no": "1"}, "policy": "national"} 1'),
    (
        "同一个键写了两次",
        '{"case": {"case_no": "1"}, "case": {"case_no": "1"}, "policy": "national"}',
    ),
    ("NaN 不是 JSON 的数", '{"case": {"case_no": "1", "people": NaN}, "policy": "national"}'),
    ("不是对象：列表", "[]"),
    ("不是对象：数", "1"),
    ("事项不是对象", {"case": [], "policy": "national", "as_of": _DAY}),
    ("没有编号", {"case": {}, "policy": "national", "as_of": _DAY}),
    ("编号是空的", {"case": {"case_no": " "}, "policy": "national", "as_of": _DAY}),
    ("没有写办法", {"case": {"case_no": "1"}, "as_of": _DAY}),
    ("没有这个办法", _told(policy="qqqqqqqq")),
    ("办法当时没有施行的版本", _told(policy="national@1990-01-01")),
    ("@ 之后不是日期", _told(policy="national@zzzz")),
    ("没有这个变体", _told(policy="online-proxy", variant="qqqqqqqq")),
    ("评估日不是日期", _told(as_of="zzzz")),
    ("没有这一天", _told(as_of="2025-02-30")),
    ("所知日不是日期", _told(known_on="zzzz")),
    ("是否采用推定值不是真假", _told(allow_assumed="zzzz")),
    ("没有这种详略", _told(size="qqqqqqqq")),
    ("请求里没有这一项", _told(qqqqqqqq=1)),
    ("请求里两处有误，一次都列出", _told(as_of="zzzz", qqqqqqqq=1)),
    ("事项里没有这一项", _about(qqqqqqqq=1)),
    ("没有这个取值", _about(case_class="qqqqqqqq")),
    ("真假写成了别的", _about(urgent="zzzz")),
    ("人数不是数", _about(people="zzzz")),
    ("人数是 0", _about(people=0)),
    ("重复次数是负数", _about(repeats=-1)),
    ("代表比信访人多", _about(people=5, representatives=6)),
    ("一个人的集体访", _about(group=True, people=1)),
    ("收费不是金额", _about(service_fee="zzzz")),
    ("收费是负数", _about(service_fee="-1")),
    ("检举控告没有办理途径", _about(case_class="accusation", route="petition")),
    ("不是信访事项，没有写属哪一种", _about(petition=False)),
    ("写了不属信访事项的情形，又说是信访事项", _about(petition=True, outside_as="hotline")),
    ("苗头里没有这个取值", _about(signs=["qqqqqqqq"])),
    ("上级指定期限不是日期", _about(own_deadline="zzzz")),
    ("经过不是列表", _about(events=1)),
    ("事件不是对象", _about(events=[1])),
    ("没有这种事件", _happened(_event("qqqqqqqq"))),
    ("事件没有日期", _happened({"kind": "accept"})),
    ("事件没有写是什么", _happened({"at": "2025-10-09"})),
    ("事件的日期读不了", _happened(_event("accept", "zzzz"))),
    ("没有这个时区", _happened(_event("accept", "2025-10-09T09:00:00+99:00"))),
    ("事件里没有这一项", _happened(_event("accept", qqqqqqqq=1))),
    ("延期没有写多久", _happened(_event("extend"))),
    ("延期 0 日", _happened(_event("extend", extension=0))),
    ("评价没有写对谁", _happened(_event("evaluate", grade="satisfied"))),
    ("评价没有写等次", _happened(_event("evaluate", target="agent"))),
    ("承诺没有写到哪一天", _happened(_event("promise"))),
    ("暂停没有写原因", _happened(_event("suspend"))),
    ("告知没有写方式", _happened(_event("inform"))),
    ("发放没有写金额", _happened(_event("pay_award"))),
    ("发放 0 元", _happened(_event("pay_award", amount="0"))),
    ("受理没有延期这一项", _happened(_event("accept", extension=30))),
    ("答复没有方式这一项", _happened(_event("reply", mode="phone"))),
    ("答复早于收到", _happened(_event("receive"), _event("reply", "2025-10-08"))),
    (
        "两件事都早于收到，一次都列出",
        _happened(_event("receive"), _event("accept", "2025-10-07"), _event("reply", "2025-10-08")),
    ),
    ("三处有误，一次都列出", _about(urgent="zzzz", people="zzzz", qqqqqqqq=1)),
)
"""Why a line cannot be answered, and the line: as text, or as a request."""


def bad_line(line: str | Json) -> str:
    """A line as it is sent."""
    return line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)
