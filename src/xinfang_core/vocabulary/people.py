"""Who takes part (当事方)."""

from xinfang_core.vocabulary.terms import Term


class AgentCategory(Term):
    """Who serves as an agent (代理员类别)."""

    civil_servant = "公务员"
    public_institution_staff = "事业单位工作人员"
    village_committee_cadre = "村（社区）“两委”干部"
    graduate_village_official = "大学生村官"
    residents_group_leader = "村（居）民小组长"
    community_volunteer = "社区志愿者"
    deputy_or_member = "“两代表一委员”"
    property_manager = "物业管理人员"
    public_spirited_resident = "热心服务群众人士"


class Role(Term):
    """Who owes a duty, to whom, or is rated (当事方)."""

    petitioner = "信访人"
    agent = "代理员"
    handling_body = "承办单位"
    petition_office = "信访部门"
