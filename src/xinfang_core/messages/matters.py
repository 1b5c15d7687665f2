"""Why an answer is what it is: the words of the national regulations' rules about matters (国家规定)."""

TEXTS: dict[str, tuple[str, str]] = {
    # case_class
    "rule.case_class": ("事项类别", "case class"),
    "case_class.recorded": (
        "登记的事项类别为{case_class}",
        "the recorded class is “{case_class}”",
    ),
    "case_class.purpose_not_recorded": (
        "未登记事项类别和信访目的，不作推断",
        "neither the class nor the purpose is recorded, and neither is guessed",
    ),
    "case_class.purpose_unclear": (
        "信访目的为{purpose}，不能确定属于哪一类",
        "the purpose “{purpose}” belongs to no class for sure",
    ),
    "case_class.by_purpose": (
        "信访目的为{purpose}，归入{case_class}类",
        "the purpose is “{purpose}”, of the class “{case_class}”",
    ),
    # class_handling
    "rule.class_handling": ("分类办理", "class handling"),
    "class_handling.class_unknown": (
        "事项类别未定，办理要求无法确定",
        "the class is not known, so what it asks cannot be told",
    ),
    "class_handling.route_unknown": (
        "未登记办理途径，办理要求无法确定",
        "the route is not recorded, so what is asked cannot be told",
    ),
    "class_handling.other_route": (
        "经{route}处理，办理要求依该程序",
        "handled by the route “{route}”, whose own procedure holds",
    ),
    "class_handling.asked": (
        "{case_class}类事项的办理要求：{duties}",
        "a matter of the class “{case_class}” asks for: {duties}",
    ),
    "handling.text": ("{duties}", "{duties}"),
    "handling.text_hearing": ("{duties}，可以举行听证", "{duties}; a hearing may be held"),
    "class_handling.may_hear": (
        "属{grounds}事项，可以举行听证",
        "the matter is {grounds}, so a hearing may be held",
    ),
    # appeal_route
    "rule.appeal_route": ("办理途径", "appeal route"),
    "appeal_route.class_unknown": (
        "事项类别未定，是否区分办理途径无法确定",
        "the class is not known, so it cannot be told whether there is a route",
    ),
    "appeal_route.not_recorded": (
        "申诉求决事项未登记办理途径，不作推断",
        "the route of the appeal is not recorded, and it is not guessed",
    ),
    "appeal_route.no_appeal": (
        "{case_class}类事项不区分办理途径",
        "a matter of the class “{case_class}” has no route",
    ),
    "appeal_route.leads_to": ("经{route}：{result}", "the route “{route}” leads to: {result}"),
    "appeal_route.limit": ("办理天数依{limit}", "the day count is that of: {limit}"),
    # repeat_petition
    "rule.repeat_petition": ("重复信访", "repeat petition"),
    "repeat_petition.compared": (
        "有人代为提出，比对的是{compared}",
        "somebody acts for the petitioner; compared is the {compared}",
    ),
    "repeat_petition.differs": (
        "不属“{test}”，为初次信访",
        "not the same {test}, so it is a first petition",
    ),
    "repeat_petition.unknown": (
        "未记录是否{tests}，不作推断",
        "not recorded whether the same: {tests}; it is not guessed",
    ),
    "repeat_petition.same": (
        "{tests}均符合，为重复信访；只描述事项，不影响办理",
        "the same {tests}: a repeat; this describes the matter and changes nothing",
    ),
    # group_petition
    "rule.group_petition": ("集体信访", "group petition"),
    "group_petition.people_not_recorded": (
        "未记录信访人数，也未登记集体访标志",
        "neither the number of people nor a group flag is recorded",
    ),
    "group_petition.recorded": ("按登记标志为{size}", "by the recorded flag: {size}"),
    "group_petition.one_person": ("共 1 人，为个人信访", "1 person: a petition of one"),
    "group_petition.by_people": (
        "共 {people} 人，集体信访自 {fewest} 人起，为{size}",
        "{people} people, a group begins with {fewest}: {size}",
    ),
    "group_petition.too_many": (
        "{people} 人走访，到场代表 {found} 人，代表至多 {most} 人，请协助推选",
        "{people} people, {found} representatives came and {most} may; please help them choose",
    ),
    "group_petition.not_chosen": (
        "{people} 人走访，未记录代表人数，代表至多 {most} 人，请协助推选",
        "{people} people came, no representatives recorded; up to {most} may be chosen, please help",
    ),
    # skip_level
    "rule.skip_level": ("越级走访", "skip level"),
    "skip_level.form_not_recorded": (
        "未记录信访形式，是否走访无法确定",
        "the form is not recorded, so it cannot be told whether it was a visit",
    ),
    "skip_level.no_visit": (
        "以{form}提出，不涉及走访层级",
        "brought by {form}, not a visit: no level is skipped",
    ),
    "skip_level.level_not_recorded": (
        "未记录走访层级或者有权处理层级，不作认定",
        "the level visited or the competent one is not recorded, so nothing is found",
    ),
    "skip_level.skipped": (
        "走访层级为{visited}，有权处理层级为{competent}，走访到了{reach}",
        "visited: {visited}; competent: {competent}; that is {reach}",
    ),
    "skip_level.guided": (
        "引导到{competent}或者其上一级提出；不影响登记、办理和期限",
        "guided to {competent} or the level above; registration, handling and limits stay",
    ),
    "skip_level.proper": (
        "走访层级为{visited}，有权处理层级为{competent}，走访到了{reach}，为逐级走访",
        "visited: {visited}; competent: {competent}; {reach}, so level by level",
    ),
    # admissibility
    "rule.admissibility": ("受理与否", "admissibility"),
    "admissibility.not_recorded": (
        "未登记是否{conditions}，不影响受理",
        "not recorded whether it is: {conditions}; so nothing is refused",
    ),
    "admissibility.unmet": (
        "登记为并非{conditions}，照常受理",
        "recorded as not being: {conditions}; so nothing is refused",
    ),
    "admissibility.stage": ("此前{stage}", "before: {stage}"),
    "admissibility.earlier": (
        "同一事项此前{stage}：{intake}",
        "the same matter before: {stage}; so: {intake}",
    ),
    "admissibility.subject": ("属{subject}：{intake}", "it is about {subject}: {intake}"),
    "admissibility.route": ("办理途径为{route}：{intake}", "the route is “{route}”: {intake}"),
    "admissibility.ordinary": (
        "未见转送、不予受理的情形，照常受理",
        "nothing speaks for refusing or passing it on: it is accepted",
    ),
    # visit_guidance
    "rule.visit_guidance": ("劝阻教育", "visit guidance"),
    "visit_guidance.no_breach": ("未见违反走访规定的情形", "no breach is found"),
    "visit_guidance.act": ("现场情形：{act}", "found at the visit: {act}"),
    "visit_guidance.level": ("属{visit_level}", "the visit is “{visit_level}”"),
    "visit_guidance.representatives": (
        "到场代表超过规定人数",
        "more representatives came than may",
    ),
    "visit_guidance.steps": ("工作人员可以{steps}", "the staff may: {steps}"),
    "visit_guidance.matter_untouched": (
        "信访事项照常登记、受理、办理",
        "the matter is registered, accepted and handled as any other",
    ),
    # joint_acceptance
    "rule.joint_acceptance": ("受理机关确定", "joint acceptance"),
    "joint_acceptance.one_body": (
        "未登记涉及多个机关、单位，受理机关照常确定",
        "it is not recorded that several bodies are concerned, so nothing is to be settled",
    ),
    "joint_acceptance.no_dispute": (
        "未记录受理争议",
        "no dispute about the acceptance is recorded",
    ),
    "joint_acceptance.superior_unknown": (
        "受理有争议，未记录有无共同的上一级",
        "acceptance is disputed, and it is not recorded whether there is a common superior",
    ),
    "joint_acceptance.decides": ("由{decider}确定受理机关", "settled by: {decider}"),
    "joint_acceptance.not_provided": (
        "本条例未规定由{decider}处理",
        "the regulation does not call upon: {decider}",
    ),
    # petition_content
    "rule.petition_content": ("事项载明内容", "petition content"),
    "petition_content.form_not_recorded": (
        "未记录信访形式，由谁记载无法确定",
        "the form is not recorded, so it cannot be told who writes it down",
    ),
    "petition_content.form": ("以{form}提出", "brought by {form}"),
    "petition_content.written_by": ("以{form}提出的，由{written_by}", "by {form}: {written_by}"),
    "petition_content.missing": (
        "尚缺{missing}，请信访人补充，不因此拒绝",
        "still missing: {missing}; the petitioner is asked, and not turned away",
    ),
    # confidentiality
    "rule.confidentiality": ("保密范围", "confidentiality"),
    "confidentiality.class_unknown": (
        "事项类别未定，查明之前按检举控告保密",
        "the class is not known; until it is, it is kept secret like an accusation",
    ),
    "confidentiality.no_accusation": (
        "{case_class}类事项，不适用检举控告的保密规定",
        "a matter of the class “{case_class}”: the secrecy of accusations does not apply",
    ),
    "confidentiality.kept_from": (
        "材料和有关情况不得透露、转给{who}",
        "material and circumstances are not disclosed or passed to: {who}",
    ),
    "confidentiality.told": (
        "反映干部问题的，按管理权限通报{who}",
        "where it is about officials, told to: {who}",
    ),
    # supervision
    "rule.supervision": ("督办情形", "supervision"),
    "supervision.nothing": (
        "未见应当督办的情形",
        "nothing is found that calls for supervision",
    ),
    "supervision.met": (
        "{trigger}，应当及时督办",
        "{trigger}: this calls for prompt supervision",
    ),
    "supervision.by_whom": (
        "由{level}信访部门督办{body}",
        "the petition office at the level “{level}” supervises the {body}",
    ),
    "supervision.by_whom_late": (
        "由{level}信访部门督办{body}，并认定逾期有无正当理由",
        "the petition office at the level “{level}” supervises the {body}, and says whether there was a good reason",
    ),
    "supervision.level_unknown": (
        "由{body}本级的信访部门督办；层级未登记，由哪一级督办无法确定",
        "supervised by the petition office of the {body}’s own level, which is not recorded",
    ),
    "supervision.level_unknown_late": (
        "由{body}本级的信访部门督办，并认定逾期有无正当理由；层级未登记，由哪一级督办无法确定",
        "supervised by the petition office of the {body}’s own level, which is not recorded, and which says whether there was a good reason",
    ),
    # suggestion
    "rule.suggestion": ("三项建议", "suggestion"),
    "suggestion.by_cause": ("因{cause}，提出{kind}的建议", "{cause}: the suggestion is {kind}"),
    "suggestion.grave_alone": (
        "登记有严重后果，未登记推诿等情形，暂不建议追究责任",
        "grave consequences without recorded shirking give rise to no suggestion of accountability",
    ),
    "suggestion.nothing": ("未见应当提出建议的情形", "nothing gives rise to a suggestion"),
    # suggestion_feedback_deadline
    "rule.suggestion_feedback_deadline": ("建议反馈期限", "suggestion feedback deadline"),
    "suggestion_feedback_deadline.in_turn": (
        "有几次建议的，按先后逐一对应反馈",
        "several suggestions are answered in turn",
    ),
    "suggestion_feedback_deadline.owed": (
        "{at} 提出的建议尚未书面反馈采纳情况；条例未规定天数",
        "the suggestion of {at} has no written answer yet; the regulation counts no days",
    ),
    # accountability
    "rule.accountability": ("追责阶梯", "accountability"),
    # urgent_report
    "rule.urgent_report": ("重大紧急报告", "urgent report"),
    "urgent_report.neither": (
        "登记为不重大、不紧急，不适用专门报告",
        "recorded as neither major nor urgent, so no special report is made",
    ),
    "urgent_report.not_recorded": (
        "未登记为重大或者紧急，视为否",
        "not recorded as major or urgent, read as no",
    ),
    "urgent_report.no_impact": (
        "登记为不会造成社会影响，不适用专门报告",
        "recorded as without social impact, so no special report is made",
    ),
    "urgent_report.impact_unknown": (
        "属重大或者紧急事项；可能造成社会影响的，应当{promptness}报告，请登记是否如此",
        "major or urgent; if it may have social impact it is reported {promptness}: please record whether it may",
    ),
    "urgent_report.urgency_unknown": (
        "可能造成社会影响；属重大或者紧急的，应当报告，请登记是否如此",
        "it may have social impact; if it is major or urgent it is reported: please record whether it is",
    ),
    "urgent_report.either": (
        "可能造成社会影响，重大、紧急有其一",
        "it may have social impact, and is major or urgent",
    ),
    "urgent_report.proposed": (
        "提出建议，报请{who}决定",
        "a decision is proposed to: {who}",
    ),
    "urgent_report.told_by_bodies": (
        "各机关、单位{promptness}报告、通报{who}",
        "the bodies tell {promptness}: {who}",
    ),
    "urgent_report.told_by_petition_office": (
        "地方信访部门{promptness}报告{who}",
        "the local petition office tells {promptness}: {who}",
    ),
    "urgent_report.told_by_government": (
        "地方人民政府{promptness}报告、通报{who}",
        "the local government tells {promptness}: {who}",
    ),
    "urgent_report.text": ("{promptness}报告、通报：{who}", "told {promptness}: {who}"),
    "urgent_report.soon": (
        "条例只写“{promptness}”，未规定小时或者天数",
        "the regulation says “{promptness}” and counts neither hours nor days",
    ),
}
