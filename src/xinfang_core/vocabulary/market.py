"""The terms of the petition market and its proxies (信访超市、代办制用语)."""

from xinfang_core.vocabulary.terms import Term


class Lead(Term):
    """Who takes the lead in a matter, by its weight (办理牵头方式)."""

    street_and_community = "街社主动代办"
    department = "部门牵头合办"
    leader = "领导领衔督办"


class Treatment(Term):
    """How a matter is treated, by its stage (分阶段处理方式)."""

    resident_departments = "入驻职能部门依规优先处理"
    statutory_procedure = "导入法定程序分流处理"
    expert_support = "专家后援团协调"


class JointMeasure(Term):
    """What several bodies do together about a matter (协同办理措施)."""

    lead_department = "一个部门牵头负责"
    cooperating_departments = "相关部门协同配合"
    special_team = "成立工作专班"
    timed_revisit = "定时回访"
    representative_channel = "与群体代表沟通"
    conference_group = "信访联席工作专项组"
    central_assignment = "集中交办"
    suggest_improvement = "提出改进工作建议"
    suggest_policy = "提出完善政策建议"


class ProxyPost(Term):
    """Who takes part in a proxied matter (代办岗位)."""

    community_agent = "社区代办员"
    street_coordinator = "街道协调员"
    department = "部门"
    centre_supervisor = "中心督导员"


class ProxyDuty(Term):
    """What each of them does (代办分工)."""

    proxy = "代办"
    coordinate = "协调"
    take_on = "领办"
    oversee = "督导"


class ServiceStep(Term):
    """Steps of the service for one matter (服务环节)."""

    accept = "受理"
    handle = "办理"
    feed_back = "反馈"
    evaluate = "评价"
    revisit = "回访"
    track = "跟踪"
    supervise = "督办"
    conclude = "办结"


class RegistrationWay(Term):
    """How a visitor's matter is registered (登记方式)."""

    guided_machine = "专人引导自助登记"
    window = "窗口登记"


class Medium(Term):
    """Where a lapse in the handling is made public (曝光媒体)."""

    district_paper = "区级纸媒"


class RatingChannel(Term):
    """How petitioners can rate the handling (评价渠道)."""

    online = "网上"
    text_message = "手机短信"
