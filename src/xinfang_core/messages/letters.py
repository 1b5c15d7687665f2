"""The words about letters, and what is wrong with what they are given (文书)."""

TEXTS: dict[str, tuple[str, str]] = {
    # What letters say
    "letter.cited": ("{place}（{basis}）", "{place} ({basis})"),
    "letter.people": ("{count}人", "{count} people"),
    "letter.days": ("{count}日", "{count} days"),
    "letter.working_days": ("{count}个工作日", "{count} working days"),
    "letter.heard": (
        "本机关于{day}举行听证，听证所需时间不计算在复核期限内。",
        "a hearing was held on {day}; the time it took is not counted",
    ),
    "letter.course": ("{day}：{acts}。", "{day}: {acts}"),
    "letter.grade": ("{target}{grade}", "{target}: {grade}"),
    "letter.no_day": ("最后一日尚不能确定", "the last day cannot be told yet"),
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
    "letter.finding": ("{number}．{text}，依据是{clause}。", "{number}. {text}, by {clause}"),
    "letter.finding_alone": ("{number}．{text}。", "{number}. {text}"),
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
        "受托人至多{count}，依据是{clause}。",
        "at most {count} may be agents, by {clause}",
    ),
    "letter.withdrawal": (
        "委托人撤回委托后，受托人不再{acts}，依据是{clause}。",
        "once the mandate is withdrawn the agent no longer does: {acts}, by {clause}",
    ),
}
