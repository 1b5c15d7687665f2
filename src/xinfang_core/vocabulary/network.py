"""The terms of a network of service sites (服务网络用语)."""

from xinfang_core.vocabulary.terms import Term


class NetworkUnit(Term):
    """What the published numbers of a network count (服务网络计数对象)."""

    village_site = "村（社区）站点"
    town_site = "乡镇（街道）站点"
    district_site = "区级站点"
    agent = "代理（代办）员"
    resident_department = "入驻部门"
    linked_department = "接入部门"
    general_window = "综合窗口"
    talk_room = "接谈室"
    media_kind = "宣传音视频种类"
    leaflet = "宣传资料份数"
    training_course = "专题培训班期数"


class NetworkSum(Term):
    """Sums of units that are alike (服务网络合计)."""

    sites = "站点合计"
    reception_places = "接待窗口、接谈室合计"
