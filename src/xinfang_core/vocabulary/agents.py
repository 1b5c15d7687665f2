"""The terms of agents and of proxied matters (代理用语)."""

from xinfang_core.vocabulary.terms import Term


class AgentRequirement(Term):
    """What an agent must fulfil before acting (代理员条件)."""

    listed_category = "属于所列人员"
    registered = "登记造册"
    trained = "培训合格"
    not_petitioner = "不是信访人本人"


class Eligibility(Term):
    """Whether an agent may act (代理资格)."""

    eligible = "符合条件"
    not_eligible = "不符合条件"


class ProxyRoute(Term):
    """How the matter of a proxied petitioner is handled (代理办理渠道)."""

    network_platform = "网上信访平台"
    masses_system = "服务群众工作信息管理系统"
    coordination = "区信访办协调"


class CoordinationGround(Term):
    """Why a matter goes to the district petition office for coordination (协调办理情形)."""

    city_level = "涉及市级层面"
    multi_department = "涉及多部门"
    cross_town = "跨镇（街道）"


class Offer(Term):
    """What is offered where a matter shows signs that it may grow (苗头应对措施)."""

    early_mediation = "预先疏导"
    video_reception = "引导使用视频接访"
    joint_handling = "联合办理"
    early_prevention = "早发现、早预防"
    contingency_plan = "启动预案"


class Priority(Term):
    """What comes first for a proxied matter (优先事项)."""

    registration = "优先登记"
    acceptance = "优先受理"
    dispatch = "优先调度"
    handling = "优先办理"
    reply = "优先回复"


class Recurring(Term):
    """What a system has to publish or report again and again (定期通报和报告)."""

    bulletin = "情况通报"
    leaders_report = "向党政会议报告"
    congress_report = "纳入人代会报告"


class Cycle(Term):
    """How often something recurs (周期)."""

    month = "每月"
    quarter = "每季度"
    year = "每年"


class RegulationItem(Term):
    """What rules and papers of the work have to cover (制度事项)."""

    work_principles = "工作原则"
    proxy_scope = "代理范围"
    agent_duties_and_rights = "代理员职责和权利"
    procedure_and_requirements = "办理程序及要求"
    registration_and_handling = "登记办理"
    inspection_and_supervision = "督查督办"
    reply_and_notice = "回复告知"
    conclusion_and_archiving = "办结归档"
    complete_ledgers = "完善台账"
    agreement = "代理双方签订的文书"
    forms = "代理事项的表单"
