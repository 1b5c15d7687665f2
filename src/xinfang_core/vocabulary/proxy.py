"""The terms of proxy work (代办用语)."""

from xinfang_core.vocabulary.terms import Term


class ContactRole(Term):
    """Roles that fall on whoever meets the petitioner first (首接责任)."""

    first_contact = "首接员"
    agent = "代办员"
    responsible_person = "责任人"


class AnswerableFor(Term):
    """The acts for each of which somebody answers by name (谁办理谁负责)."""

    proxy = "谁代办"
    assign = "谁交办"
    inspect = "谁督查"
    examine = "谁审核"
    accept = "谁受理"
    bear = "谁负责"
    conclude = "谁办结"
    feed_back = "谁反馈"
    govern = "谁主管"


class MandateState(Term):
    """How a case stands with its mandate (委托书情况)."""

    not_needed_yet = "尚不需要"
    signed = "已签订"
    missing = "应签未签"
    withdrawn = "已撤回"


class MeetingScheme(Term):
    """How weeks are told for weekly meetings (见面周期)."""

    rolling_weeks = "自启动次日起每七日"
    calendar_weeks = "周一至周日"


class RosterDays(Term):
    """On which days a post is manned (值班日)."""

    working_days = "工作日"
    every_day = "每一日"


class DisclosureItem(Term):
    """What is made public (公开事项)."""

    proxy_content = "代办内容"
    service_procedure = "办事程序"
    service_items = "服务项目"
    work_requirements = "工作要求"
    agent_name = "代理员姓名"
    agent_phone = "联系电话"
    agent_address = "通讯地址"
    agent_email = "电子邮箱"
    item_name = "项目名称"
    legal_basis = "办事依据"
    handling_procedure = "办理程序"
    materials = "所需材料"
    promised_time = "承诺时限"
    charges = "收费依据及标准"
