"""Why an answer is what it is: the words of the petition market (信访超市) rules."""

TEXTS: dict[str, tuple[str, str]] = {
    # station/network
    "rule.network": ("服务网络", "network"),
    "network.counted": (
        "{of}：公布数 {published}，本地登记数 {own}",
        "{of}: {published} published, {own} on the host’s record",
    ),
    "network.not_recorded": (
        "{of}：公布数 {published}，本地未登记",
        "{of}: {published} published, none on the host’s record",
    ),
    "network.differs": (
        "{of}本地登记 {own}，与公布数 {published} 不一致，请核对",
        "{of}: the host’s record has {own}, the published number is {published}; please check",
    ),
    # station/services
    "rule.services": ("服务功能", "services"),
    "services.none_asked": ("未要求配备服务功能", "no service or equipment is asked for"),
    "services.not_recorded": (
        "未登记站点已有的服务功能，无法核对",
        "what the site has is not recorded, so nothing can be compared",
    ),
    "services.compared": (
        "应有 {asked} 项，尚缺 {lacking} 项",
        "{asked} item(s) are asked for, {lacking} lacking",
    ),
    "services.lacking": ("尚无“{item}”", "“{item}” is lacking"),
    # case_weight
    "rule.case_weight": ("信访轻重", "case weight"),
    "case_weight.text": ("{weight}，{lead}", "{weight}: {lead}"),
    "case_weight.recorded": ("登记为{weight}", "recorded as “{weight}”"),
    "case_weight.complex_group": (
        "涉及群体复杂，为{weight}",
        "the people concerned make it complex, so “{weight}”",
    ),
    "case_weight.wide_reach": ("牵涉面广，为{weight}", "it touches many parties, so “{weight}”"),
    "case_weight.not_recorded": (
        "群体复杂、牵涉面广未全部登记，未登记的视为否",
        "not all is recorded about whether the people concerned make it complex or many parties are touched; read as no",
    ),
    "case_weight.default": ("无其他情形，为{weight}", "nothing else applies, so “{weight}”"),
    "case_weight.lead": ("办理方式：{lead}", "the lead: {lead}"),
    "case_weight.differs": (
        "登记为{weight}，所记事实显示为{shown}，请核对",
        "recorded as “{weight}”, while the facts show “{shown}”; please check",
    ),
    # case_stage
    "rule.case_stage": ("矛盾阶段", "case stage"),
    "case_stage.text": ("{stage}，{treatment}", "{stage}: {treatment}"),
    "case_stage.recorded": ("登记为{stage}", "recorded as “{stage}”"),
    "case_stage.initial": ("并非重复，为{stage}", "it is no repeat, so “{stage}”"),
    "case_stage.repeated": (
        "属于重复，为{stage}；是否长期疑难须登记，不作推断",
        "it is a repeat, so “{stage}”; whether it is long-standing has to be recorded",
    ),
    "case_stage.not_known": (
        "未登记阶段，是否重复也无法确定",
        "no stage is recorded, and it cannot be told whether it is a repeat",
    ),
    "case_stage.differs": (
        "登记为{stage}，是否重复的认定显示为{shown}，请核对",
        "recorded as “{stage}”, while a repeat shows “{shown}”; please check",
    ),
    "case_stage.treated": ("处理方式：{treatment}", "treatment: {treatment}"),
    # joint_handling
    "rule.joint_handling": ("牵头协同", "joint handling"),
    "joint_handling.text_plain": ("按代办分工办理", "handled by the usual shares"),
    "joint_handling.share": ("{post}{duty}", "{post}: {duty}"),
    "joint_handling.shares": ("代办分工：{shares}", "the shares: {shares}"),
    "joint_handling.not_recorded": (
        "轻重、群体复杂、牵涉面广未全部确定，未确定的视为否",
        "weight, complexity of the people concerned and reach are not all known; what is not is read as no",
    ),
    "joint_handling.complex_group": (
        "涉及群体复杂：{measures}",
        "the people concerned make it complex: {measures}",
    ),
    "joint_handling.wide_reach": ("牵涉面广：{measures}", "it touches many parties: {measures}"),
    "joint_handling.difficult": ("疑难信访：{measures}", "a difficult matter: {measures}"),
    # self_service
    "rule.self_service": ("自助登记", "self service"),
    "self_service.offered": (
        "初次、{form}、{weight}，可{way}",
        "a first matter, brought by {form}, {weight}: offered “{way}”",
    ),
    "self_service.not_meant": (
        "自助登记只引导初次、{form}的{weight}",
        "not a first matter brought by {form} and {weight}, so no guidance is offered",
    ),
    "self_service.not_recorded": (
        "是否属于初次、{form}的{weight}，登记不全",
        "it cannot be told yet whether it is a first matter brought by {form} and {weight}",
    ),
    "self_service.window": ("窗口登记始终可用", "the window stays open for registration"),
    # reminder
    "rule.reminder": ("提示预警", "reminder"),
    "reminder.no_sign": ("未登记须提示的苗头", "no sign is recorded that calls for a reminder"),
    "reminder.due": (
        "存在{signs}，应向{to}发出提醒并提出防范和解决的建议",
        "signs on record: {signs}; to be reminded, with suggestions: {to}",
    ),
    "reminder.to_the_office": (
        "只提醒办理机关，不影响信访人",
        "only the office is reminded; nothing changes for the petitioner",
    ),
    # service_loop
    "rule.service_loop": ("闭环环节", "service loop"),
    "service_loop.text_open": ("尚待：{missing}", "still to come: {missing}"),
    "service_loop.text_closed": ("缺少：{missing}", "missing: {missing}"),
    "service_loop.open": (
        "已有记录：{done}；尚待：{missing}",
        "on record: {done}; still to come: {missing}",
    ),
    "service_loop.closed": (
        "已办结或者销号；已有记录：{done}；缺少：{missing}",
        "concluded or written off; on record: {done}; missing: {missing}",
    ),
    "service_loop.no_sequence": (
        "各环节并列，不论先后",
        "the steps are no sequence; their order does not matter",
    ),
    "service_loop.shown_by": (
        "各环节按相应的登记事项认定",
        "each step is shown by the events recorded for it",
    ),
    "service_loop.no_revisit": (
        "已办结或者销号，未见回访记录",
        "concluded or written off, and no revisit is on record",
    ),
    "service_loop.service_missing": (
        "全程服务缺少环节记录：{steps}",
        "steps of the service without a record: {steps}",
    ),
    "service_loop.loop_missing": (
        "闭环管理缺少环节记录：{steps}",
        "steps of the loop without a record: {steps}",
    ),
    # copied_notice
    "rule.copied_notice": ("三级抄告", "copied notice"),
    # exposure
    "rule.exposure": ("红牌曝光", "exposure"),
    "exposure.conduct": ("查实存在{conduct}，适用{step}", "found: {conduct}; calls for “{step}”"),
    "exposure.first_step": (
        "只认查实的情形，是否升级另依尺度",
        "only what was found counts; whether it goes further is told by the measure",
    ),
    "exposure.not_taken": (
        "查实存在{conduct}，未见{step}记录",
        "found: {conduct}; no “{step}” is on record",
    ),
    "exposure.medium": ("由{medium}公开曝光", "made public by: {medium}"),
    # dual_appraisal
    "rule.dual_appraisal": ("双评双考", "dual appraisal"),
    "dual_appraisal.not_yet": (
        "未见{event}记录，尚不评价、考核",
        "no event “{event}” is recorded, so it is not rated or appraised yet",
    ),
    "dual_appraisal.appraised": (
        "办理质量一同考核：{roles}",
        "appraised together for the quality of the handling: {roles}",
    ),
    "dual_appraisal.channels": ("可以通过{channels}评价", "can be rated by: {channels}"),
}
