"""The words about letters, and what is wrong with what they are given (文书)."""

TEXTS: dict[str, tuple[str, str]] = {
    # What letters say
    "letter.cited": ("{place}〔{basis}〕", "{place} [{basis}]"),
    "letter.and_others": ("{name}等{count}人", "{name} and others, {count} in all"),
    "letter.people": ("{count}人", "{count} people"),
    "letter.unit.mm": ("{value} 毫米", "{value} mm"),
    "letter.unit.pt": ("{value} 磅", "{value} pt"),
    "letter.days": ("{count}日", "{count} days"),
    "letter.heard": (
        "因举行听证，自{day}起暂停计算复核期限，听证所需时间不计算在内。",
        "for a hearing the clock stood still from {day}; the time it took is not counted",
    ),
    "letter.heard_until": (
        "因举行听证，自{day}起暂停计算复核期限，自{until}起恢复计算，听证所需时间不计算在内。",
        "for a hearing the clock stood still from {day} and ran on from {until}; the time it took is not counted",
    ),
    "letter.course": ("{day}：{acts}。", "{day}: {acts}"),
    "letter.grade": ("{target}{grade}", "{target}: {grade}"),
    "letter.provisional": (
        "{due}（暂定，最早{earliest}，最迟{latest}，以公布的放假安排为准）",
        "{due} (provisional: {earliest} at the earliest, {latest} at the latest, by the holidays to be published)",
    ),
    "letter.handling_time": (
        "自{event}之日（{start}）起{period}内办结，最后一日为{due}，依据是{clause}。",
        "concluded within {period} of “{event}” ({start}), the last day being {due}, by {clause}",
    ),
    "letter.reply_time": (
        "本地另定自{event}之日（{start}）起{period}内答复，最后一日为{due}，依据是{clause}。",
        "the locality wants a reply within {period} of “{event}” ({start}), the last day being {due}, by {clause}",
    ),
    "letter.no_day_count": (
        "法规没有规定这类事项办理的天数，依有关规定办理，依据是{clause}。",
        "the regulation gives no day count for such matters, by {clause}",
    ),
    "letter.extended_time": (
        "原期限为自{event}之日（{start}）起{period}，延长{extra}，最后一日为{due}，依据是{clause}。",
        "{period} from “{event}” ({start}), extended by {extra}, the last day being {due}, by {clause}",
    ),
    "letter.handled_so": (
        "本事项属{case_class}类，本机关应当{duties}，依据是{clause}。",
        "the matter is of the class “{case_class}”; the body is to {duties}, by {clause}",
    ),
    "letter.routed_so": (
        "本事项的办理途径为{route}，{result}，依据是{clause}。",
        "the route of the matter is “{route}”: {result}, by {clause}",
    ),
    "letter.extended_again": (
        "原期限为自{event}之日（{start}）起{period}，先后批准延长，共延长{extra}，最后一日为{due}，依据是{clause}。",
        "{period} from “{event}” ({start}), extended more than once, by {extra} in all, the last day being {due}, by {clause}",
    ),
    "letter.asked_notice": (
        "属于你单位职权范围的，自收到之日起{period}内书面告知信访人，依据是{clause}。",
        "where it is within your powers, tell the petitioner in writing within {period} of receipt, by {clause}",
    ),
    "letter.asked_objection": (
        "不属于你单位职权范围的，自收到之日起{period}内提出异议并详细说明理由，依据是{clause}。",
        "where it is not, object within {period} of receipt and say why, by {clause}",
    ),
    "letter.asked_handling": (
        "依信访程序办理的申诉求决事项，自受理之日起{period}内办结，依据是{clause}。",
        "an appeal on the petition route is concluded within {period} of acceptance, by {clause}",
    ),
    "letter.asked_handling_all": (
        "自受理之日起{period}内办结，依据是{clause}。",
        "the matter is concluded within {period} of acceptance, by {clause}",
    ),
    "letter.objection_time": (
        "提出异议的期限为自{event}之日（{start}）起{period}，最后一日为{due}，依据是{clause}。",
        "objections are made within {period} of “{event}” ({start}), the last day being {due}, by {clause}",
    ),
    "letter.review_remedy": (
        "如不服本处理意见，可以自收到本意见书之日起{period}内，请求原办理机关、单位的上一级机关、单位复查，依据是{clause}。",
        "who does not accept this may ask the next higher body for a review within {period} of receipt, by {clause}",
    ),
    "letter.re_review_remedy": (
        "如不服本复查意见，可以自收到本意见书之日起{period}内，请求复查机关、单位的上一级机关、单位复核，依据是{clause}。",
        "who does not accept this may ask the next higher body for a re-review within {period} of receipt, by {clause}",
    ),
    "letter.after_re_review": (
        "条例没有规定复核以后的程序；对本意见不服，仍以同一事实和理由提出的，不再受理，依据是{clause}。",
        "the regulation has no procedure after the re-review; the same facts and grounds are accepted no more, by {clause}",
    ),
    "letter.reason": ("{text}，依据是{clause}。", "{text}, by {clause}"),
    "letter.refused.in_progress": (
        "同一事项已经受理或者正在办理，在规定期限内又向上级机关、单位提出的，不予受理",
        "the same matter is accepted or in hand, and within the limit a higher body does not accept it",
    ),
    "letter.refused.re_reviewed": (
        "不服复核意见，仍以同一事实和理由提出的，不再受理",
        "after a re-review the same facts and grounds are accepted no more",
    ),
    "letter.refused.subject": (
        "本事项属{subject}，应当向有权的机关提出",
        "the matter is of “{subject}”, and is brought to the body that is competent",
    ),
    "letter.refused.route": (
        "本事项应当依照规定通过{route}解决，不予受理",
        "the matter is to be settled by “{route}”, and is not accepted",
    ),
    "letter.refused.outside": (
        "本事项登记为{outside_as}，不属信访事项",
        "the matter is recorded as “{outside_as}”, which is no petition",
    ),
    "letter.ended": ("{text}。", "{text}."),
    "letter.finding": ("{number}. {text}", "{number}. {text}"),
    "letter.missed": (
        "{title}最后一日为{due}，{status}，超过{days}个工作日",
        "{title}: the last day was {due}, {status} by {days} working day(s)",
    ),
    "letter.limit_kept": (
        "{title}：最后一日为{due}，{status}，依据是{clause}。",
        "{title}: the last day is {due}, {status}, by {clause}",
    ),
    "letter.day_kept": (
        "{title}：最后一日为{due}，{status}。",
        "{title}: the last day is {due}, {status}",
    ),
    "letter.to_supplement": ("请信访人补充：{parts}", "the petitioner is asked for: {parts}"),
    "letter.complete": ("应当载明的内容齐全", "everything is stated"),
    "letter.free": (
        "代办服务不向信访人收费，依据是{clause}。",
        "the service is free to the petitioner, by {clause}",
    ),
    "letter.most_agents": (
        "受托人至多{count}人，依据是{clause}。",
        "at most {count} may be agents, by {clause}",
    ),
    "letter.withdrawal": (
        "委托人撤回委托后，受托人不再{acts}，依据是{clause}。",
        "once the mandate is withdrawn the agent no longer does: {acts}, by {clause}",
    ),
    "letter.not_for_reader": ("〔不向该读者提供〕", "[not for this reader]"),
    "letter.hidden": (
        "“{title}”没有写明给{audience}看，印作〔不向该读者提供〕",
        "“{title}” is not declared for this reader ({audience}), and printed as not for them",
    ),
    "letter.masked": (
        "“{title}”里有姓名、住址或者号码已经盖去，请看一遍",
        "names, addresses or numbers in “{title}” were masked; have a look",
    ),
    "letter.attachment": ("附件：{name}", "attached: {name}"),
    # A letter that does not fit its case
    "letter.audience": (
        "{kind}不写给{audience}，可以写给：{known}",
        "the letter “{kind}” is not for “{audience}”, but for: {known}",
    ),
    "letter.no_event": (
        "{kind}须有{events}的记录，评估日以前没有；请先登记",
        "the letter “{kind}” needs one of these on record by the day asked about: {events}",
    ),
    "letter.dated_before": (
        "成文日期 {written} 早于{event}的日期 {at}",
        "the letter is dated {written}, before “{event}” of {at}",
    ),
    "letter.no_petition": (
        "登记为不属信访事项（{outside_as}），不出具{kind}",
        "recorded as no petition matter ({outside_as}): there is no “{kind}” about it",
    ),
    "letter.accepted": (
        "已于 {at} 受理，不能再告知不予受理",
        "it was accepted on {at}, and is not refused any more",
    ),
    "letter.not_refused": (
        "依登记的事实，本事项{intake}，不是不予受理；事实有误的请更正登记",
        "by the facts on record the matter is “{intake}” and not refused; correct them if they are wrong",
    ),
    "letter.refusal_unknown": (
        "依登记的事实不能判断是否受理，不据此告知不予受理",
        "the facts on record do not tell whether it is accepted, so nobody is refused",
    ),
    "letter.extended_in_vain": (
        "{at} 的延期不能延长期限（没有办理期限，或者批准时期限已过），不出具延期告知书",
        "the extension of {at} adds nothing: there is no limit, or it had passed",
    ),
    "letter.extension_wrong": (
        "登记的延期不能照此告知：{reason}；有误的请更正登记",
        "the extension on record cannot be told like this: {reason}; correct it if it is wrong",
    ),
    "letter.reopened": (
        "{at} 重新办理，其后没有{events}的记录；{kind}写本轮办结的结果",
        "reopened on {at}, and since then none of these is on record: {events}; “{kind}” tells how that round ended",
    ),
    "letter.no_objection": (
        "{policy} 没有规定异议的期限，不出具异议书",
        "{policy} gives no limit for objections, so there is no letter about one",
    ),
    "letter.competent": (
        "没有登记不属本机关职权，不出具异议书",
        "it is not recorded that the body is not competent, so there is nothing to object to",
    ),
    "letter.no_opinion": (
        "本事项不以信访处理意见书办理：{reason}；确已出具的，登记 handling_opinion（出具信访处理意见书）",
        "no handling opinion is given here: {reason}; record handling_opinion if one was",
    ),
    "letter.not_heard": (
        "没有登记听证；条例只写经过听证的复核意见可以公示，不写给公众",
        "no hearing is on record, and the regulation lets only heard re-reviews be published",
    ),
    "letter.to_accused": (
        "“{title}”写有被反映人；检举控告的材料和情况不得转给被检举、揭发的人员或者单位",
        "“{title}” names the accused side, to whom nothing of an accusation may be passed on",
    ),
    "letter.no_measure": (
        "{policy} 没有列出{kind}这项措施",
        "{policy} does not list the measure “{kind}”",
    ),
    "letter.not_reached": (
        "依办法的条件，尚未到{step}；目前到达：{reached}",
        "by the policy the matter has not reached “{step}”, but: {reached}",
    ),
    # What is given
    "letter.unknown_field": ("没有字段 {found}，可用：{known}", "no field {found}; known: {known}"),
    "letter.unknown_field_near": (
        "没有字段 {found}，是否 {nearest}；可用：{known}",
        "no field {found}, perhaps {nearest}; known: {known}",
    ),
    "letter.given_by.facts": (
        "“{title}”由登记的事实给出，不填写；有误的请更正登记",
        "“{title}” comes from the facts on record and is not filled in",
    ),
    "letter.given_by.assessment": (
        "“{title}”由评估给出，不填写",
        "“{title}” comes from the assessment and is not filled in",
    ),
    "letter.given_by.parties": (
        "“{title}”由当事方给出，写在 --parties 的文件中",
        "“{title}” comes from the people of the case, and stands in the file of --parties",
    ),
    "letter.too_long": (
        "“{title}”过长，至多 {most} 个字符",
        "“{title}” is too long, at most {most} characters",
    ),
    "letter.no_readers": (
        "“{title}”是自由填写的内容，须写明给谁看（for），可用：{known}",
        "“{title}” is free text, so it has to be declared for whom it is (for); known: {known}",
    ),
    "letter.not_a_day": (
        "“{title}”须为日期，如 2026-03-02",
        "“{title}” is to be a day, such as 2026-03-02",
    ),
    "letter.not_a_phone": (
        "“{title}”须为本单位的电话，如 0571-12345678，一行一个，不写其他文字",
        "“{title}” is to be a telephone of the office, such as 0571-12345678, one a line, without words",
    ),
    "letter.office_phone": ("联系电话：{phone}", "telephone: {phone}"),
    "letter.not_result": (
        "“{title}”须为{known}之一",
        "“{title}” is to be one of: {known}",
    ),
    "letter.lacks.host": (
        "缺少“{title}”：由发文机关填写；{note}",
        "“{title}” is missing, which the office fills in: {note}",
    ),
    "letter.lacks.facts": (
        "缺少“{title}”：由登记的事实给出，请补充登记；{note}",
        "“{title}” is missing, which comes from the facts on record: {note}",
    ),
    "letter.lacks.assessment": (
        "缺少“{title}”：由评估给出，依登记的事实尚不能得出；{note}",
        "“{title}” is missing, which the assessment cannot tell from the facts on record: {note}",
    ),
    "letter.lacks.parties": (
        "缺少“{title}”：由当事方给出，写在 --parties 的文件中；{note}",
        "“{title}” is missing, which stands in the file of --parties: {note}",
    ),
    # Tables of fields
    "letter.required": ("必填", "required"),
    "letter.optional": ("可空", "optional"),
    "letter.giver.host": ("发文机关", "the office"),
    "letter.giver.facts": ("登记的事实", "the facts"),
    "letter.giver.assessment": ("评估", "the assessment"),
    "letter.giver.parties": ("当事方", "the people"),
    "letter.is_list": ("可写几段，每段一行", "several paragraphs, each on its line"),
    "letter.is_free": (
        "须在“给谁看”写明可以给哪些人看：{audiences}",
        "it has to be declared for whom it is: {audiences}",
    ),
    "letter.is_omitted": ("不填的不留空", "no blank is left where it is not given"),
    "letter.fields_head": (
        "{title}（{name}），写给{audiences}",
        "{title} ({name}), for {audiences}",
    ),
    "letter.template_lacks": (
        "模板没有用到必填的字段：{fields}；文书照出，写死在模板里的请核对",
        "the template does not use these required fields: {fields}; check what is fixed in it",
    ),
    "letter.kind_needed": (
        "--format {format} 须写明文书种类",
        "--format {format} needs the kind of letter",
    ),
    "letter.unknown_kind": (
        "没有文书 {found}，可用：{known}",
        "no letter {found}; known: {known}",
    ),
    "letter.unknown_kind_near": (
        "没有文书 {found}，是否 {nearest}；可用：{known}",
        "no letter {found}, perhaps {nearest}; known: {known}",
    ),
    # Files of fields and of people
    "letter.no_sheet": (
        "没有显示的工作表以这些列开头：{known}",
        "no sheet that is shown begins with any of the columns: {known}",
    ),
    "letter.unknown_column": ("没有列 {found}，可用：{known}", "no column {found}; known: {known}"),
    "letter.unknown_column_near": (
        "没有列 {found}，是否 {nearest}；可用：{known}",
        "no column {found}, perhaps {nearest}; known: {known}",
    ),
    "letter.too_many_rows": ("至多 {most} 行", "at most {most} rows"),
    "letter.no_name": ("没有写明字段", "no field is named"),
    "letter.given_twice": ("这个字段填写了两次", "this field is filled in twice"),
    "letter.not_object": (
        "须为字段和内容的对应",
        "an object of fields and what they are filled in with is wanted",
    ),
    "letter.unknown_key": ("只有这些键：{known}", "there are only these keys: {known}"),
    "letter.not_words": (
        "须为文字、文字的列表，或者写明 text 和 for；实际内容不予显示",
        "a text, a list of texts, or an object with text and for is wanted; what was found is not shown",
    ),
    "letter.unknown_reader": (
        "给谁看的写法不认识，可用：{known}",
        "for whom it is cannot be read; known: {known}",
    ),
    "letter.not_people": (
        "须为当事方的列表，或者只有 people 一个键，其值为列表",
        "a list of people, or an object with nothing but such a list under people, is wanted",
    ),
    "letter.not_person": (
        "须为一个当事方，键有：{known}",
        "a person is wanted, with keys: {known}",
    ),
    "letter.unknown_role": (
        "角色的写法不认识，可用：{known}",
        "the role cannot be read; known: {known}",
    ),
    "letter.bad_form": (
        "此处的写法不合格式；内容不予显示",
        "the file cannot be read from here on; what was found is not shown",
    ),
    # A form
    "letter.field_twice": ("字段 {found} 重复", "the field {found} stands twice"),
    "letter.not_truth": ("“{name}”须为 true 或者 false", "“{name}” is to be true or false"),
    "letter.not_list": (
        "{found} 不是列表，不能逐段重复",
        "{found} is no list, so that nothing repeats",
    ),
    "letter.no_each": (
        "逐段重复的文字须写 {{{{ each }}}}",
        "a text that repeats has to have {{{{ each }}}}",
    ),
    "letter.list_in_words": (
        "列表 {found} 只能逐段重复",
        "the list {found} can only repeat paragraph by paragraph",
    ),
    "letter.braces": (
        "花括号只用于 {{{{ 字段 }}}}，实际为 {found}",
        "braces are only for {{{{ field }}}}, found {found}",
    ),
    "letter.row": (
        "每行须有 {wanted} 格，首格不空，实际 {found} 格",
        "each row has {wanted} cells, the first not empty; found {found}",
    ),
    "letter.heights": (
        "行高须有 {wanted} 个，实际 {found} 个",
        "{wanted} heights are wanted, found {found}",
    ),
}
