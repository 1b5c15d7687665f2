"""What the rules about proxy work say (代办工作)."""

TEXTS: dict[str, tuple[str, str]] = {
    # first_contact
    "rule.first_contact": ("首接负责", "first contact"),
    "charge.text_none": ("不负首接责任", "not the first contact"),
    "charge.text_lasting": ("兼任{roles}，尚未终结", "holds the roles: {roles}; not ended"),
    "charge.text_ended": ("兼任{roles}，至 {ended} 终结", "held the roles: {roles}; until {ended}"),
    "first_contact.answerable": (
        "须逐项记明责任人：{acts}",
        "the record names somebody for: {acts}",
    ),
    "first_contact.no_roles": (
        "本办法未规定首接者兼任的身份",
        "the policy lays no roles on the first contact",
    ),
    "first_contact.not_recorded": (
        "未记录代办员是否为首接员，首接责任无法确定",
        "it is not recorded whether the agent was the first contact",
    ),
    "first_contact.other_person": (
        "代办员不是首接员，不负首接责任",
        "the agent was not the first contact and holds none of its roles",
    ),
    "first_contact.held": ("首接者一人兼任：{roles}", "the first contact holds the roles: {roles}"),
    "first_contact.lasts": ("首接责任至{until}为止", "the roles last until “{until}”"),
    "first_contact.ended": (
        "已于 {at} {until}，首接责任终结",
        "“{until}” on {at} ended the roles",
    ),
    "first_contact.duty_not_recorded": (
        "首接者应当{duty}，未见记录",
        "the first contact owed “{duty}”, which is not on record",
    ),
    # disclosure
    "rule.disclosure": ("公开内容", "disclosure"),
    "disclosure.nothing_wanted": ("本办法未要求公开事项", "the policy wants nothing published"),
    "disclosure.not_recorded": (
        "未记录已公开的内容，无法核对",
        "what is published is not recorded, so it cannot be compared",
    ),
    "disclosure.compared": (
        "应公开：{wanted}；缺：{missing}",
        "wanted: {wanted}; missing: {missing}",
    ),
    "disclosure.unpublished": ("未公开{item}", "“{item}” is not published"),
    # proxy_form
    "rule.proxy_form": ("代办形式", "proxy form"),
    "proxy_form.not_recorded": ("未记录代办形式", "the form of the proxy is not recorded"),
    "proxy_form.recorded": ("登记的代办形式为{form}", "the recorded form of proxy is “{form}”"),
    "proxy_form.begun_by": ("由{by}提起", "begun by the {by}"),
    "proxy_form.unknown_form": (
        "本办法没有{form}这一形式",
        "the policy has no proxy of the form “{form}”",
    ),
    # mandate
    "rule.mandate": ("委托书", "mandate"),
    "mandate.withdrawn": (
        "委托已撤回，未另签委托书",
        "the mandate is withdrawn and no other signed",
    ),
    "mandate.form_unknown": (
        "未记录代办形式，无法确定何时应签委托书",
        "the form of proxy is not recorded, so it cannot be told when a mandate is needed",
    ),
    "mandate.signed_somehow": ("委托书已于 {at} 签订", "the mandate was signed on {at}"),
    "mandate.signed": (
        "{form}须在{act}前签订委托书，已于 {at} 签订",
        "with “{form}” a mandate comes before “{act}”; it was signed on {at}",
    ),
    "mandate.late": (
        "委托书 {at} 方才签订，晚于{act}",
        "the mandate was signed on {at} only, after “{act}”",
    ),
    "mandate.not_needed_yet": (
        "{form}须在{act}前签订委托书，尚未{act}",
        "with “{form}” a mandate comes before “{act}”, which has not happened yet",
    ),
    "mandate.missing": (
        "{form}须在{act}前签订委托书，{at} 已{act}而未见委托书",
        "with “{form}” a mandate comes before “{act}”; that happened on {at} without one",
    ),
    "mandate.missing_again": (
        "撤回委托后 {at} 又{act}，未见另签的委托书",
        "“{act}” again on {at} after the withdrawal, without another mandate",
    ),
    "mandate.too_many": (
        "委托书载明受托人 {found} 名，最多为 {most} 名",
        "the mandate names {found} agents; {most} are the most",
    ),
    "mandate.no_proof": (
        "未记录出示{wanted}中的任何一种",
        "none of these proofs is on record: {wanted}",
    ),
    "mandate.acted_after": (
        "委托已于 {withdrawn} 撤回，{at} 仍有{act}",
        "the mandate was withdrawn on {withdrawn}; “{act}” followed on {at}",
    ),
    # promised_deadline
    "rule.promised_deadline": ("承诺办结期限", "promised deadline"),
    "promised_deadline.not_wanted_yet": (
        "{event}以后才须承诺办结时间",
        "no promise is wanted before “{event}”",
    ),
    "promised_deadline.missing": (
        "{at} 已{event}，未见承诺办结时间",
        "“{event}” on {at}, and no day of completion is promised",
    ),
    "promised_deadline.withdrawn": (
        "委托已于 {at} 撤回，不再有承诺办结时间",
        "the mandate was withdrawn on {at}, so no day of completion is promised any more",
    ),
    "promised_deadline.never": (
        "{begin} 启动代办，至 {end} 撤回委托，未见承诺办结时间",
        "from the start on {begin} to the withdrawal on {end} no day of completion was promised",
    ),
    "promised_deadline.broken": (
        "承诺于 {due} 办结，至 {end} 撤回委托时仍未办结",
        "promised by {due}, and not concluded when the mandate was withdrawn on {end}",
    ),
    "promised_deadline.promised": (
        "{at} 承诺于 {due} 前（含当日）办结",
        "on {at} completion was promised by {due}, that day included",
    ),
    "promised_deadline.past_day": (
        "{at} 承诺于 {until} 办结，承诺时该日已过，不作承诺计，请核对",
        "on {at} completion was promised by {until}, which had passed: no promise; please check",
    ),
    "promised_deadline.by_reply": (
        "未记录办结日期，以答复日期 {at} 认定",
        "no conclusion is recorded; the reply of {at} stands for it",
    ),
    "promised_deadline.put_off": (
        "{at} 又承诺于 {until} 办结，晚于先前承诺的 {due}，仍以先前的为准",
        "on {at} {until} was promised instead of {due}; the earlier day holds",
    ),
    # weekly_meeting
    "rule.weekly_meeting": ("每周见面", "weekly meeting"),
    "meetings.text_due": (
        "已满 {weeks} 周，缺见面 {missed} 周，下次见面不晚于 {due}",
        "{weeks} week(s), {missed} without a meeting, the next one by {due}",
    ),
    "meetings.text_ended": (
        "已满 {weeks} 周，缺见面 {missed} 周，代办已终结",
        "{weeks} week(s), {missed} without a meeting, the proxy has ended",
    ),
    "weekly_meeting.none_asked": ("本办法不要求每周见面", "the policy asks for no meetings"),
    "weekly_meeting.not_started": (
        "未见{event}记录，见面未起算",
        "no event “{event}” is recorded, so no week has begun",
    ),
    "weekly_meeting.weeks": (
        "自启动之日 {start} 的次日起，按{scheme}计周",
        "from the day after {start}, weeks are: {scheme}",
    ),
    "weekly_meeting.until": ("见面至{event}为止", "meetings are asked for up to “{event}”"),
    "weekly_meeting.counted": (
        "每周至少见面 {least} 次；已满 {weeks} 周，缺 {missed} 周",
        "at least {least} meeting(s) a week; {weeks} full week(s), {missed} without",
    ),
    "weekly_meeting.full_weeks": (
        "只计完整的周，当日不计入，电话不算见面",
        "only full weeks count, the day of the start does not, a call is no meeting",
    ),
    "weekly_meeting.missed": (
        "有 {missed} 周未按要求见面，其中最早一周为 {begin} 至 {end}",
        "{missed} week(s) without the meetings asked for, the first from {begin} to {end}",
    ),
    "weekly_meeting.before_start": (
        "{at} 的见面早于启动代办（{start}），不计入",
        "the meeting of {at} was before the start on {start} and does not count",
    ),
    # supervision_letters
    "rule.supervision_letters": ("三函一约谈", "supervision letters"),
    "supervision_letters.suggestions": (
        "信访部门另可提出建议：{kinds}",
        "the petition office may besides suggest: {kinds}",
    ),
    # follow_up
    "rule.follow_up": ("跟踪反馈", "follow up"),
    "followed.text_none": ("尚无联系、通报或者跟踪", "no contact on record"),
    "followed.text_none_due": (
        "尚无联系、通报或者跟踪，不晚于 {due}",
        "no contact on record, one is due by {due}",
    ),
    "followed.text_last": ("最近一次 {last}", "last contact on {last}"),
    "followed.text_last_due": (
        "最近一次 {last}，下次不晚于 {due}",
        "last contact on {last}, the next one by {due}",
    ),
    "follow_up.not_started": (
        "未见{event}记录，跟踪反馈未起算",
        "no event “{event}” is recorded, so there is nothing to follow yet",
    ),
    "follow_up.span": (
        "自{start}起跟踪反馈，至{end}为止",
        "followed from “{start}” up to “{end}”",
    ),
    "follow_up.none_yet": (
        "自 {start} 以来，未见联系、通报或者跟踪记录",
        "since the start on {start} no contact is on record",
    ),
    "follow_up.last": (
        "自 {start} 起跟踪，最近一次联系、通报或者跟踪在 {last}",
        "started on {start}; the last contact was on {last}",
    ),
    "follow_up.no_interval": ("不设间隔", "no interval is set"),
    "follow_up.next": (
        "自 {since} 起间隔不超过{period}，下次不晚于 {due}",
        "at most {period} from {since}, so the next contact is due by {due}",
    ),
    "follow_up.since_the_last": (
        "间隔自最近一次起算，任何一种均可",
        "the interval runs from the last contact of any kind",
    ),
    "follow_up.outside_calendar": (
        "自 {since} 起{period}超出工作日历范围，下次日期无法确定",
        "{period} from {since} lie outside the calendar, so the next day cannot be told",
    ),
    "follow_up.overdue": (
        "应在 {due} 届满前再次联系、通报或者跟踪，未见记录",
        "the next contact was due by {due} and is not on record",
    ),
    "follow_up.never": ("代办终结，始终未见{act}记录", "the proxy ended without “{act}” on record"),
    # duty_roster
    "rule.duty_roster": ("值班", "duty roster"),
    "roster.text": (
        "共 {days} 日，缺人 {staff} 日，缺班子成员 {leader} 日",
        "{days} day(s), {staff} without staff, {leader} without a leader",
    ),
    "duty_roster.outside_calendar": (
        "所查日期超出工作日历范围",
        "the days asked about lie outside the calendar",
    ),
    "duty_roster.days": (
        "{level}站点，按{days}值班，共 {count} 日",
        "a site of the level “{level}”, manned on “{days}”: {count} day(s)",
    ),
    "duty_roster.staff_asked": ("每日至少 {count} 人在岗", "at least {count} on duty a day"),
    "duty_roster.leaders_asked": (
        "每日至少 {count} 名班子成员在岗",
        "at least {count} of the leadership on duty a day",
    ),
    "duty_roster.without_staff": ("在岗人数不足：{days}", "not enough staff on: {days}"),
    "duty_roster.without_leader": ("无班子成员在岗：{days}", "no leader on duty on: {days}"),
}
