"""The words of rulebooks (规则手册): the question of each rule, and what stands around the values."""

TEXTS: dict[str, tuple[str, str]] = {
    "question.workflow": ("哪个环节须在哪个环节之后？", "which event may follow which?"),
    "question.case_class": (
        "是建议意见、检举控告，还是申诉求决？",
        "is it a suggestion, an accusation or an appeal?",
    ),
    "question.appeal_route": (
        "申诉求决类事项走哪条途径，期限由谁规定？",
        "where does the route of an appeal lead, and who sets its day count?",
    ),
    "question.class_handling": (
        "这一类事项要求有权处理的机关做什么？",
        "what does the class of the matter ask of the competent body?",
    ),
    "question.reply_kind": (
        "按答复期限，属四类事项中的哪一类？",
        "which of the four kinds of matters is it, for the reply limit?",
    ),
    "question.work_kind": ("按哪一种节奏办理？", "which pace does the matter follow?"),
    "question.document_form": (
        "用“五件式”中的哪一件？",
        "which of the five forms does the matter's file take?",
    ),
    "question.intake_channel": (
        "诉求由哪种途径收集，是否属热点问题？",
        "in which way did the request come in, and is it about a hot topic?",
    ),
    "question.reminder": (
        "有苗头的问题要提示哪个单位？",
        "who has to be reminded of what may grow out of the matter?",
    ),
    "question.repeat_petition": (
        "是否同一人就同一事项再次信访？",
        "is it the same matter of the same person as before?",
    ),
    "question.group_petition": (
        "多少人共同信访，可以推选几名代表？",
        "how many petition together, and how many may come as representatives?",
    ),
    "question.skip_level": (
        "走访是否越过了应去的层级？",
        "was the visit made above the level next to the competent one?",
    ),
    "question.case_weight": (
        "事项轻重如何，由谁牵头？",
        "how heavy is the matter, and who takes the lead in it?",
    ),
    "question.case_stage": (
        "矛盾处于哪个阶段，怎样处置？",
        "at which stage of its history is the matter, and how is it treated?",
    ),
    "question.growth_signs": (
        "有扩大苗头的，向信访人提供什么？",
        "what is offered where a matter shows signs that it may grow?",
    ),
    "question.handling_level": ("由哪一级办理？", "at which level is the matter handled?"),
    "question.colour": ("标为三色中的哪一色？", "which of the three colours marks the matter?"),
    "question.joint_acceptance": (
        "涉及几个机关的，由谁确定受理机关？",
        "who settles which of several bodies accepts the matter?",
    ),
    "question.joint_handling": (
        "由谁牵头、谁协同，采取什么措施？",
        "who works together on the matter, and by which measures?",
    ),
    "question.confidentiality": (
        "材料不得让谁看到，应当通报谁？",
        "who must not see the material of the matter, and who is told?",
    ),
    "question.urgent_report": (
        "重大、紧急事项要报告谁，多快报告？",
        "who is told of a major or urgent matter, and how soon?",
    ),
    "question.self_service": (
        "是否引导来访人使用自助机登记？",
        "is the visitor offered help at the self-service machine?",
    ),
    "question.proxy_form": (
        "以哪种形式代办，由谁启动？",
        "in which form is the matter proxied, and who began it?",
    ),
    "question.proxy_route": ("代理事项走哪条渠道？", "which way does a proxied matter go?"),
    "question.mandate": (
        "应有委托书的，是否已有？",
        "is there a mandate where there has to be one?",
    ),
    "question.agent_eligibility": (
        "这名代理员可否代理这件事项？",
        "may this agent act in the case?",
    ),
    "question.first_contact": (
        "首接人对哪些环节负责，负责到何时？",
        "whoever meets the petitioner first answers for the matter: until when, and for what?",
    ),
    "question.priority": ("代理事项在哪些环节优先？", "in what does a proxied matter come first?"),
    "question.service_fee": (
        "有没有因代办服务向信访人收费？",
        "was the petitioner made to pay for being served?",
    ),
    "question.simplified_procedure": (
        "是否适用简易办理？",
        "is the matter handled by the simplified procedure?",
    ),
    "question.simplified_transfer_deadline": (
        "简易办理中，各级是否按期转送？",
        "did each level pass the matter on in time in the simplified procedure?",
    ),
    "question.simplified_acceptance_deadline": (
        "简易办理须在何日以前决定是否受理？",
        "by when is acceptance decided in the simplified procedure?",
    ),
    "question.simplified_handling_deadline": (
        "简易办理须在何日以前办结？",
        "by when is the matter handled in the simplified procedure?",
    ),
    "question.transfer_deadline": (
        "收到的事项须在何日以前登记并转送、交办？",
        "by when must a matter that came in be registered and passed on?",
    ),
    "question.notice_deadline": (
        "须在何日以前书面告知信访人？",
        "by when must the petitioner be told in writing what happens to the matter?",
    ),
    "question.objection_deadline": (
        "不属本机关职权的，须在何日以前提出异议？",
        "by when may a body object to a matter that is not within its powers?",
    ),
    "question.assigned_deadline": (
        "交办的事项须在何日以前反馈办理结果？",
        "by when must the result of an assigned matter be reported back?",
    ),
    "question.handling_deadline": (
        "须在何日以前办结，延长的怎样算？",
        "by when must the matter be concluded, extension included?",
    ),
    "question.review_request_deadline": (
        "信访人在何日以前可以申请复查？",
        "until when may the petitioner ask for a review?",
    ),
    "question.review_deadline": (
        "复查机关须在何日以前提出复查意见？",
        "by when must the reviewing body give its opinion?",
    ),
    "question.re_review_request_deadline": (
        "信访人在何日以前可以申请复核？",
        "until when may the petitioner ask for a re-review?",
    ),
    "question.re_review_deadline": (
        "复核机关须在何日以前提出复核意见？",
        "by when must the re-reviewing body give its opinion?",
    ),
    "question.suggestion_feedback_deadline": (
        "收到建议的机关须在何日以前答复是否采纳？",
        "by when must a body answer whether it adopts a suggestion?",
    ),
    "question.acceptance_deadline": (
        "须在何日以前受理，是否立即办理？",
        "by when must the matter be accepted, and is it handled at once?",
    ),
    "question.reply_deadline": (
        "承办单位须在何日以前答复？",
        "by when must the handling body reply?",
    ),
    "question.promised_deadline": (
        "有没有承诺办结的日期，是否兑现？",
        "is a day of completion promised, and is it kept?",
    ),
    "question.evaluation_window_deadline": (
        "信访人在何日以前可以评价？",
        "until when may the petitioner rate how the matter was handled?",
    ),
    "question.progress_feedback_deadline": (
        "须在何日以前反馈初步进展？",
        "by when must first progress be fed back?",
    ),
    "question.resolution_deadline": (
        "须在何日以前解决？",
        "by when must the matter be resolved?",
    ),
    "question.progress_report_deadline": (
        "到期未能解决的，下一次按月报告在何日以前？",
        "when is the next monthly report due on what could not be resolved?",
    ),
    "question.admissibility": (
        "受理、转走，还是不予受理？",
        "is the matter accepted, passed on, or not accepted?",
    ),
    "question.visit_guidance": (
        "走访违反规定的，工作人员可以怎样做？",
        "what may the staff do about a breach of the rules for visits?",
    ),
    "question.weekly_meeting": (
        "代办员是否每周与信访人见面？",
        "does the agent meet the petitioner in every week?",
    ),
    "question.follow_up": (
        "有没有向信访人通报进展，有没有跟踪？",
        "is the petitioner kept informed, and is the progress followed?",
    ),
    "question.feedback_mode": (
        "办理结果以哪种方式反馈？",
        "in which way is the result made known?",
    ),
    "question.service_loop": (
        "闭环的各个环节记录了哪些，还缺哪些？",
        "which steps of the service are on record, and which are missing?",
    ),
    "question.write_off": ("是否已经销号？", "is the matter still open, or written off?"),
    "question.supervision": (
        "是否应当督办，为什么？",
        "does the handling call for supervision, and why?",
    ),
    "question.suggestion": (
        "信访部门提出三项建议中的哪一项？",
        "which of the three suggestions does the petition office make?",
    ),
    "question.supervision_letters": (
        "到了“三函一约谈”的哪一步？",
        "which of the three letters and one interview has the matter reached?",
    ),
    "question.copied_notice": (
        "没有解决的事项抄告到哪一级？",
        "up to which level is the unresolved matter copied?",
    ),
    "question.exposure": (
        "是否给予红牌警告或者公开曝光？",
        "is the office warned with a red card, or the lapse made public?",
    ),
    "question.accountability": (
        "联席会议对失职的领导班子和领导干部采取哪一步？",
        "which step does the joint conference take about a failing leadership?",
    ),
    "question.satisfaction": (
        "信访人对各评价对象是否满意？",
        "how satisfied is the petitioner with each of those who are rated?",
    ),
    "question.dual_appraisal": (
        "办理质量考核谁，得什么评价？",
        "who is appraised for the quality of the handling, and how is it rated?",
    ),
    "question.incentive": (
        "代理员办这件事项应得多少奖励？",
        "what does the agent earn for this case?",
    ),
    "question.opinion_content": (
        "处理意见书应当载明什么，之后做什么？",
        "what must the written result of a matter state, and what follows it?",
    ),
    "question.petition_content": (
        "信访事项应当载明什么，由谁记录？",
        "what does a petition have to state, and who writes it down?",
    ),
    "question.agent_totals": (
        "每名代理员每月、每季应得多少？",
        "what does each agent earn in a month and in a quarter?",
    ),
    "question.annual_report": (
        "哪些年度缺报告或者考核，报告缺什么内容？",
        "which years lack their report or appraisal, and what do the reports lack?",
    ),
    "question.bulletins": (
        "应当发出哪些通报和报告，缺哪些？",
        "which bulletins and reports are due, and which are missing?",
    ),
    "question.indicators": (
        "比率是多少，取几位小数？",
        "what share of one count is another, to how many places?",
    ),
    "question.satisfaction_scores": (
        "满意度换算成多少分？",
        "how satisfied were petitioners with each of those who are rated, in figures?",
    ),
    "question.tallies": (
        "计算比率所用的各类件数怎样计？",
        "how many matters of a collection are of each kind that rates are made of?",
    ),
    "question.work_score": (
        "一个月的信访工作得多少分？",
        "how many points does the handling of petitions earn in a month?",
    ),
    "question.app_editions": (
        "哪些人员安装哪个版本？",
        "which editions of the application does somebody install?",
    ),
    "question.channel_publication": (
        "应当公布哪些信访渠道，缺哪些？",
        "what has a body to publish about its petition work, and what is missing?",
    ),
    "question.coverage": (
        "各居民聚集点步行可及的范围内有没有代理员？",
        "is there an agent within a walk of every settlement?",
    ),
    "question.disclosure": (
        "应当公开哪些内容，缺哪些？",
        "what has to be made public, and what is still missing?",
    ),
    "question.duty_roster": (
        "各站点是否每天有人值班，中心是否每天有领导？",
        "is every site manned on every day, and a leader at the centre?",
    ),
    "question.network": (
        "服务网络公布的规模是多少，与记录是否一致？",
        "how large is the network by its published numbers, and does the record agree?",
    ),
    "question.premises": (
        "服务中心的面积够不够？",
        "is the service centre as large as it must be?",
    ),
    "question.regulation": (
        "制度和文书应当涵盖什么，缺哪些？",
        "what do the rules and papers of the work have to cover, and what is missing?",
    ),
    "question.services": (
        "站点应有哪些服务、功能和设备，缺哪些？",
        "which services, functions and equipment must a site have, and what does it lack?",
    ),
    "question.staffing": (
        "站点的人员是否配齐？",
        "is the site staffed as it should be?",
    ),
    "question.outside": ("是否属于信访事项？", "is it a petition matter at all?"),
    "question.kind": (
        "是否属于这一类事项？",
        "is it a matter of this kind?",
    ),
    "question.event": (
        "这一环节怎样记录？",
        "how is this step recorded?",
    ),
    "question.limit": (
        "这一期限在何日届满，是否按期？",
        "when does this limit end, and was it kept?",
    ),
    "question.ladder": (
        "事项到了这一阶梯的哪一步？",
        "which step of this ladder has the matter reached?",
    ),
    "question.measure": (
        "这一比率是多少？",
        "what is this rate?",
    ),
    "question.score": ("这一评分得多少分？", "how many points does this score give?"),
    "question.payment": ("这一奖补发多少？", "how much is this payment?"),
    "question.series": (
        "这项周期性工作是否做足了次数？",
        "was this recurring duty done as often as it recurs?",
    ),
    "rulebook.from_today": (
        "期限速查表自 {day} 起；另用 --from 指定",
        "the pocket calculator begins on {day}; --from sets another day",
    ),
    "rulebook.title": ("《{title}》规则手册", "rulebook of {title}"),
    "rulebook.label": ("编号 {label}", "id {label}"),
    "rulebook.since": ("{first} 起施行", "in force since {first}"),
    "rulebook.until": ("{first} 起施行，至 {last} 止", "in force from {first} through {last}"),
    "rulebook.undated": ("来源未署日期，一直适用", "undated source, always in force"),
    "rulebook.picked_by": ("按{event}日期适用", "picked by the day of: {event}"),
    "rulebook.notice": ("依据文件：{notice}", "made by: {notice}"),
    "rulebook.reading": ("默认的理解：{reading}", "default reading: {reading}"),
    "rulebook.outside_as": (
        "所办事项不属信访事项：{outside_as}",
        "all its matters are no petitions: {outside_as}",
    ),
    "rulebook.transition": ("新旧衔接：{text}", "transition: {text}"),
    "rulebook.counts": ("取值 {count} 项：", "{count} value(s): "),
    "rulebook.legend": ("标记的读法：", "how marks are read: "),
    "rulebook.legend.stated": ("原文写明，附条款和短语；", "the source says so; "),
    "rulebook.legend.interpreted": (
        "原文没有明说，按“说明”理解；",
        "the source is read so, see the note; ",
    ),
    "rulebook.legend.assumed": (
        "原文没有写，暂按“说明”推定，须由有权机关确认；",
        "not in the source, assumed until confirmed; ",
    ),
    "rulebook.legend.silent": (
        "没有取值，要用到它的结论为无法确定。",
        "no value: what needs it is undetermined.",
    ),
    "rulebook.said": ("主要规定", "what it says first of all"),
    "rulebook.since_event": ("自{event}起：", "from {event}: "),
    "rulebook.and": ("加", " plus "),
    "rulebook.or": ("或者", " or "),
    "rulebook.colon": ("：", ": "),
    "rulebook.of_variant": ("（变体：{title}）", " (variant: {title})"),
    "rulebook.open": ("待确认事项", "open questions"),
    "rulebook.open.count": ("{title}：{count} 项", "{title}: {count}"),
    "rulebook.open.asks": ("请{whom}确认", "to be confirmed by {whom}"),
    "rulebook.open.asks_nobody": ("没有指明请谁确认的", "nobody is named to confirm"),
    "rulebook.open.by_name": ("只知名称的文书", "letters known by name only"),
    "rulebook.open.by_name.why": (
        "来源只有名称，没有格式和内容：本库只填题头、主送、认定的情形和条款，其余留空，请发文机关确认后填写。",
        "no source tells their contents: head, addressee, finding and clause are filled in, the rest is left blank",
    ),
    "rulebook.open.unverified": (
        "未能对照标准核对的版式",
        "measures not held against their standard",
    ),
    "rulebook.open.unverified.why": (
        "以下尺寸未能与标准原文核对，请对照后使用。",
        "these could not be compared with the text of the standard",
    ),
    "rulebook.open.read": ("采用的理解", "how the source is read"),
    "rulebook.open.read.why": (
        "原文没有明说、按说明理解的取值。不同意的，请指出，可以另设变体。",
        "values that the source does not say plainly; whoever reads it otherwise may say so",
    ),
    "rulebook.open.none": ("没有：各项取值都是原文载明的。", "none: the source states every value"),
    "rulebook.flow": ("办理流程", "workflow"),
    "rulebook.flow.title": ("{title}的办理流程", "workflow of {title}"),
    "rulebook.flow.read": (
        "箭头从先到后：前一环节做过，后一环节才可以做。",
        "an arrow leads from what has to come first to what may follow",
    ),
    "rulebook.flow.beside": (
        "箭头从先到后：前一环节做过，后一环节才可以做。国家规定的流程同时适用，见国家办法的手册。",
        "an arrow leads from what has to come first to what may follow; national steps apply as well",
    ),
    "rulebook.flow.opens": ("起点", "may come first"),
    "rulebook.flow.repeats": ("可重复", "may come again"),
    "rulebook.flow.closes": ("收尾", "closes"),
    "rulebook.flow.foreign": ("他处规定", "told elsewhere"),
    "rulebook.flow.lone": ("前后都不要求别的环节：", "nothing has to come before or after:"),
    "rulebook.flow.legend": (
        "圆角、粗字：起点，前面可以没有别的环节。双线：收尾，其后除重新办理外不再有别的环节。虚线：他处规定的环节，本办法只要求先有它。",
        "round and bold: may come first; double line: closes; dashed: a step told elsewhere",
    ),
    "rulebook.flow.legend_marks": (
        "可重复：可以不止一次。没有写的，一件事项中只有一次。",
        "may come again: more than once; otherwise once in a case",
    ),
    "rulebook.flow.pair": ("{step}之后才可以{next}", "{next} only after {step}"),
    "rulebook.flow.told": (
        "流程共 {count} 个环节。起点：{opening}。{pairs}。收尾：{closing}。",
        "{count} step(s). first: {opening}. {pairs}. closing: {closing}.",
    ),
    "rulebook.pocket": ("期限速查表", "pocket calculator"),
    "rulebook.pocket.read": (
        "左栏是起算的环节发生的日子，当日不计入；右边各栏是届满日，末日为休息日的已经顺延。与起算日同年的不写年份。中止、另定期限的，不能照此查。",
        "on the left the day of the event, itself not counted; on the right the last days, rolled over rest",
    ),
    "rulebook.pocket.settled": (
        "※ 为暂定：放假安排公布到 {day}，其后按法定节假日推算，明年的安排公布后可能变动；下面一行是最早和最晚。",
        "※ is provisional: holidays are published through {day}; below it the earliest and the latest day",
    ),
    "rulebook.pocket.mark": ("※", "※"),
    "rulebook.pocket.of": ("{title}的期限", "limits of {title}"),
    "rulebook.pocket.month": ("{month}起算", "beginning in {month}"),
    "rulebook.pocket.none": (
        "没有按工作日、自然日、月计算的期限。",
        "there is no limit in days or months",
    ),
    "rulebook.pocket.left_out": (
        "不列入表中的：{limits}。当日的期限到起算日 24 时为止；按小时、分钟计的，自发生的时刻起算。",
        "left out: {limits}; same-day limits end at midnight, those by the clock run from the moment",
    ),
    "rulebook.pocket.outside": ("超出日历", "outside of the calendar"),
    "rulebook.extended": ("，延长到最多", ", extended to the most"),
    "rulebook.day.make_up_day": ("补班", "worked"),
    "rulebook.day.weekend": ("休", "rest"),
    "rulebook.day.holiday": ("{name}", "{name}"),
    "rulebook.day.in_lieu": ("{name}调休", "{name} in lieu"),
    "rulebook.day.expected_holiday": ("{name}（预计）", "{name} (expected)"),
    "rulebook.rules": ("各项规则", "the rules"),
    "rulebook.rules.read": (
        "每项规则先写它回答的问题，再列取值；后面是代码中的理解和已经核对相符的算例。",
        "of each rule its question, its values, readings made in code and worked examples",
    ),
    "rulebook.others": (
        "流程、事项范围和本办法自定的事项",
        "steps, scope, and what the policy declares",
    ),
    "rulebook.by_clauses": ("条款：", "clauses: "),
    "rulebook.readings": ("代码中的理解", "readings made in code"),
    "rulebook.shared": ("各规则共同的理解", "readings that rules share"),
    "rulebook.examples": ("算例（实算与应有结论相符）", "worked examples (computed as wanted)"),
    "rulebook.nothing_wrong": ("没有问题", "nothing is wrong"),
    "rulebook.changes": ("与上一版相比", "changes since the edition before"),
    "rulebook.changes.first": ("这是第一版。", "this is the first edition"),
    "rulebook.changes.of": ("{subject}：{count} 处不同", "{subject}: {count} difference(s)"),
    "rulebook.trace": ("条款对照", "clauses and rules"),
    "rulebook.trace.counts": (
        "来源条款 {clauses} 条：{encoded} 条由规则落实，{set_aside} 条搁置。",
        "{clauses} clause(s): {encoded} carried out by rules, {set_aside} set aside",
    ),
    "rulebook.trace.clauses": ("从条款查规则", "from clauses to rules"),
    "rulebook.trace.rules": ("从规则查条款", "from rules to clauses"),
    "rulebook.trace.no_clause": ("没有对应的条款", "no clause"),
    "rulebook.set_aside": ("搁置：{why}", "set aside: {why}"),
    "rulebook.column.rule": ("规则", "rule"),
    "rulebook.column.said": ("规定", "what is said"),
    "rulebook.column.clause": ("条款与短语", "clause and phrase"),
    "rulebook.column.basis": ("依据", "basis"),
    "rulebook.column.parameter": ("名称", "name"),
    "rulebook.column.value": ("取值", "value"),
    "rulebook.column.note": ("说明", "note"),
    "rulebook.column.step": ("环节", "step"),
    "rulebook.column.before": ("须先有", "what has to come before"),
    "rulebook.column.mark": ("性质", "what it is"),
    "rulebook.column.length": ("期限", "length"),
    "rulebook.column.limit": ("适用于", "limit"),
    "rulebook.column.start": ("起算", "start"),
    "rulebook.column.given": ("事实", "given"),
    "rulebook.column.answered": ("结论", "answer"),
    "rulebook.column.shows": ("说明（条款）", "what it shows"),
    "rulebook.column.about": ("针对", "about"),
    "rulebook.column.clauses": ("条款", "clauses"),
    "rulebook.column.clause_id": ("编号", "id"),
    "rulebook.column.locator": ("位置", "locator"),
    "rulebook.column.restated": ("内容（转述）", "contents, restated"),
    "rulebook.column.carried_out": ("落实", "carried out by"),
    "rulebook.made_by.policy": ("办法", "policy"),
    "rulebook.made_by.calendar": ("工作日历", "calendar"),
    "rulebook.made_by.settled": ("放假安排公布到 {day}", "settled through {day}"),
    "rulebook.made_by.library": ("程序", "library"),
}
"""Code to Chinese and English template."""
