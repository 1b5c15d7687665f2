"""Agents and proxied matters: the words of reasons and findings (代理员和代理事项)."""

TEXTS: dict[str, tuple[str, str]] = {
    # agent_eligibility
    "rule.agent_eligibility": ("代理员资格", "agent eligibility"),
    "agent_eligibility.no_agent": (
        "未记录代理员，不涉及代理员资格",
        "no agent is recorded, so there is nobody to ask about",
    ),
    "agent_eligibility.nothing_asked": (
        "本办法未规定代理员条件",
        "the policy asks nothing of agents",
    ),
    "agent_eligibility.met": ("代理员符合“{requirement}”的条件", "the agent meets “{requirement}”"),
    "agent_eligibility.failed": (
        "代理员不符合“{requirement}”的条件，由信访部门纠正，诉求照常办理",
        "the agent does not meet “{requirement}”; the office has to mend this, the petition stands",
    ),
    "agent_eligibility.not_recorded": (
        "未记录代理员是否符合“{requirement}”的条件",
        "not recorded whether the agent meets “{requirement}”",
    ),
    # handling_level
    "rule.handling_level": ("办理层级", "handling level"),
    "handling_level.no_levels": ("本办法不分办理层级", "the policy has no levels of handling"),
    "handling_level.not_recorded": (
        "未记录{level}能否办理，无法确定办理层级",
        "not recorded whether “{level}” can handle it, so the level cannot be told",
    ),
    "handling_level.able": ("{level}能够办理", "“{level}” can handle it"),
    "handling_level.highest": (
        "下级不能办理的，由{level}办理",
        "no lower level can handle it, so “{level}” does",
    ),
    "handling_level.at_once": ("{level}能够办理的，当即办理", "“{level}” handles it at once"),
    "handling_level.upwards": ("自下而上逐级判断", "asked level by level upwards"),
    # proxy_route
    "rule.proxy_route": ("代理办理渠道", "proxy route"),
    "proxy_route.no_agent": (
        "未记录代理员，不涉及代理办理渠道",
        "no agent is recorded, so it is no proxied matter",
    ),
    "proxy_route.coordinated": ("{ground}，须协调办理", "it needs coordination: {ground}"),
    "proxy_route.not_recorded": (
        "未记录是否{grounds}，视为否",
        "not recorded and read as no: {grounds}",
    ),
    "proxy_route.before_paper": (
        "须协调的，不因代理员书面登记而改走他途",
        "what needs coordination goes there even if it comes on paper",
    ),
    "proxy_route.written": ("代理员书面登记", "the agent hands requests in on paper"),
    "proxy_route.not_written": ("代理员自行在网上提交", "the agent files on the network"),
    "proxy_route.paper_not_recorded": (
        "未记录代理员是否书面登记，视为自行在网上提交",
        "not recorded whether the agent works on paper, read as no",
    ),
    "proxy_route.route": ("经{route}办理", "it goes by “{route}”"),
    # growth_signs
    "rule.growth_signs": ("苗头提示", "growth signs"),
    "growth_signs.none": ("未记录苗头", "no signs are recorded"),
    "growth_signs.offered": ("有{sign}，可以提供：{offer}", "{sign}: to be offered: {offer}"),
    "growth_signs.not_named": (
        "有{sign}，本办法未规定应对措施",
        "{sign}: the policy names nothing to offer",
    ),
    "growth_signs.already": (
        "事项已属{sign}所指情形，同样提供",
        "the matter already is what “{sign}” points to, and gets the same offer",
    ),
    # priority
    "rule.priority": ("优先办理", "priority"),
    "priority.no_agent": (
        "未记录代理员，不涉及代理事项的优先",
        "no agent is recorded, so it is no proxied matter",
    ),
    "priority.nothing_named": ("本办法未规定优先事项", "the policy names no priorities"),
    "priority.proxied": ("代理事项：{priorities}", "a proxied matter comes first in: {priorities}"),
    # incentive: the agent’s own matter, and what was paid
    "incentive.own_matter": (
        "代理员即信访人本人，不属代理，不发奖励",
        "the agent is the petitioner, so nobody was proxied and no award arises",
    ),
    "incentive.own_matter_not_recorded": (
        "未记录代理员是否为信访人本人，视为否",
        "not recorded whether the agent is the petitioner, read as no",
    ),
    "incentive.paid_petitioner": (
        "代理员即信访人本人，不发奖励，已发 {paid} 元",
        "the agent is the petitioner and earns nothing, yet {paid} yuan were paid",
    ),
    "incentive.refuted": (
        "查实答复未送达，重新送达以前不计奖励",
        "the delivery proved not to have happened, so the award is undetermined",
    ),
    "incentive.take_back": (
        "查实答复未送达，已发的 {paid} 元应收回",
        "the delivery proved not to have happened; the {paid} yuan paid are to be taken back",
    ),
    "incentive.paid_undetermined": (
        "奖励尚不能确定，已发 {paid} 元",
        "{paid} yuan were paid before the award could be determined",
    ),
    "incentive.paid_public": (
        "代理员属公职人员，不发奖金，已发 {paid} 元",
        "the agent is a public employee and gets no money, yet {paid} yuan were paid",
    ),
    "incentive.paid_twice": (
        "一件一奖，已发 {times} 次共 {paid} 元（应发 {due} 元）",
        "one award a case: paid {times} times, {paid} yuan in all ({due} due)",
    ),
    "incentive.paid_less": (
        "应发 {due} 元，已发 {paid} 元（{times} 次），少发",
        "{due} yuan are due and {paid} were paid ({times} time(s)): too little",
    ),
    "incentive.paid_more": (
        "应发 {due} 元，已发 {paid} 元（{times} 次），多发",
        "{due} yuan are due and {paid} were paid ({times} time(s)): too much",
    ),
    "incentive.kept": (
        "现计 {due} 元，重新办理前已发 {paid} 元（{times} 次），不收回",
        "now {due} yuan; the {paid} paid before the case was reopened ({times} time(s)) are kept",
    ),
    # agent_totals
    "rule.agent_totals": ("代理员奖励汇总", "agent totals"),
    "agent_totals.by_month": (
        "按代理员、按取得之月汇总，共 {months} 人月",
        "added up by agent and month: {months} of them",
    ),
    "agent_totals.cap": ("每人每月上限：{cap}", "cap for an agent in a month: {cap}"),
    "agent_totals.no_agent_no": (
        "{count} 件未记录代理员编号，未计入任何人",
        "{count} case(s) have no agent’s number and are counted for nobody",
    ),
    "agent_totals.text": (
        "{months} 人月，共应发 {payable} 元",
        "{months} agents’ months, {payable} yuan",
    ),
    # bulletins
    "rule.bulletins": ("通报周期", "bulletins"),
    "bulletins.cycle": ("{kind}：{cycle}一次", "“{kind}”: once each {cycle}"),
    "bulletins.due": (
        "本期{kind}尚未发出，最迟 {due}",
        "“{kind}” has not gone out in this cycle, which ends on {due}",
    ),
    "bulletins.whole_cycles": ("期内发出一次即可", "one within the cycle is enough"),
    "bulletins.missing": (
        "{kind}缺 {count} 期，各期自下列日期起：{cycles}",
        "“{kind}” is missing {count} time(s), in the cycles from {cycles}",
    ),
    "standing.text": ("{kind}缺 {count} 期", "“{kind}”: {count} missing"),
    "standing.text_due": (
        "{kind}缺 {count} 期，本期最迟 {due}",
        "“{kind}”: {count} missing, next one by {due}",
    ),
    # coverage
    "rule.coverage": ("步行覆盖", "coverage"),
    "coverage.nothing_asked": ("本办法不要求步行覆盖", "the policy asks for no coverage"),
    "coverage.within": (
        "步行 {walk} 分钟内：{settlements} 个居民聚集点中 {lacking} 个代理员不足",
        "within {walk} minutes’ walk: {lacking} of {settlements} settlements have too few agents",
    ),
    "coverage.agents": ("每个居民聚集点至少 {agents} 名代理员", "at least {agents} agent(s) each"),
    "coverage.as_measured": ("以填报的步行时间为准", "walks are taken as they were reported"),
    "coverage.lacking": (
        "代理员不足的居民聚集点：{keys}",
        "settlements with too few agents: {keys}",
    ),
    "coverage.unknown": (
        "未填报步行时间的居民聚集点：{keys}",
        "settlements whose walks are not recorded: {keys}",
    ),
    "coverage.text": (
        "{settlements} 个居民聚集点：{lacking} 个代理员不足，{unknown} 个情况不明",
        "{settlements} settlements: {lacking} with too few agents, {unknown} unknown",
    ),
    # regulation
    "rule.regulation": ("制度建设", "regulation"),
    "regulation.nothing_asked": ("本办法不要求制度文件", "the policy asks for no documents"),
    "regulation.not_recorded": (
        "未记录制度文件涵盖哪些事项",
        "not recorded what the documents cover",
    ),
    "regulation.compared": (
        "应有 {asked} 项，缺：{missing}",
        "{asked} asked for, missing: {missing}",
    ),
    "regulation.missing": ("制度或者文书缺“{item}”", "rules or papers lack “{item}”"),
}
