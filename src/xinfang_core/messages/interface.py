"""What assessments, reports and the command line say."""

TEXTS: dict[str, tuple[str, str]] = {
    # Assessment
    "assessment.head": (
        "信访件 {case_no}，依 {policy}，截至 {as_of}",
        "case {case_no} under {policy} as of {as_of}",
    ),
    "assessment.rests_on": (
        "最弱依据：{basis}（{citation}）{note}",
        "weakest basis: {basis} ({citation}) {note}",
    ),
    "assessment.finding": ("{severity}：{text}", "{severity}: {text}"),
    "outside.recorded": (
        "登记为不属信访事项（{outside_as}），国家规定不适用",
        "recorded as no petition matter ({outside_as}): the national rules do not apply",
    ),
    "outside.declared": (
        "本地办法载明所办不属信访事项（{outside_as}），国家规定不适用",
        "the local policy declares its matters to be no petitions ({outside_as}): the national rules do not apply",
    ),
    "outside.switched_off": ("{reason}；不适用的规则：{rules}", "{reason}; switched off: {rules}"),
    "outside.not_listed": (
        "国家规定没有写明“{outside_as}”不属信访事项，仍按信访事项判断",
        "the regulation does not leave “{outside_as}” outside; the matter is judged as a petition",
    ),
    "outside.assumed_refused": (
        "“{outside_as}”不属信访事项只是推定（{clause}），现不采用推定，仍按信访事项判断；{note}",
        "that “{outside_as}” is no petition is only assumed ({clause}), which is not accepted here; the matter is judged as a petition; {note}",
    ),
    "outcome.none": ("不适用", "not applicable"),
    "deadline.text": ("{status}，期限至 {due}", "{status}, due on {due}"),
    "deadline.text_undated": ("{status}", "{status}"),
    "deadline.text_overdue": (
        "{status}，期限至 {due}，逾期 {days} 个工作日",
        "{status}, due on {due}, {days} working day(s) past",
    ),
    "deadline.text_overdue_at_rest": (
        "{status}，期限至 {due}，逾期不足 1 个工作日",
        "{status}, due on {due}, less than 1 working day past",
    ),
    "outcome.no_limit": ("不设期限", "no limit"),
    "award.text_appraisal": ("计入年度考核，不发奖金", "appraisal, no money"),
    "award.text": ("{kind} {amount} 元", "{kind}, {amount} yuan"),
    "obligation.due": (
        "{debtor}应在 {due} 届满前{act}",
        "the {debtor} is to {act} by {due}",
    ),
    "obligation.overdue": (
        "{debtor}应在 {due} 届满前{act}，已逾期",
        "the {debtor} was to {act} by {due}, and is overdue",
    ),
    "obligation.office": ("{level}{office}", "{office} of the level “{level}”"),
    "obligation.office_unknown": (
        "信访部门（哪一级待定）",
        "petition office of a level that is not recorded",
    ),
    "obligation.again": (
        "{at} 重新办理，此前所作不再算数，须重新作出",
        "reopened on {at}: what was done before no longer stands and is owed again",
    ),
    "obligation.undelivered": (
        "{at} 的答复未见送达记录",
        "the reply of {at} has no delivery on record",
    ),
    "obligation.undated": ("{debtor}应{act}", "the {debtor} is to {act}"),
    # Rules
    "rule.reply_kind": ("答复类别", "reply kind"),
    "rule.reply_deadline": ("答复期限", "reply deadline"),
    "rule.notice_deadline": ("告知期限", "notice deadline"),
    "rule.handling_deadline": ("办理期限", "handling deadline"),
    "rule.incentive": ("代理奖励", "incentive"),
    "rule.outside": ("不属信访事项的情形", "outside"),
    "rule.workflow": ("办理流程", "workflow"),
    # Reports
    "report.case": (
        "■ {case_no}  {policy}  最弱依据：{basis}",
        "■ {case_no}  {policy}  weakest basis: {basis}",
    ),
    "report.outside": (
        "  {text}；不适用的规则：{rules}{more}",
        "  {text}; switched off: {rules}{more}",
    ),
    "report.decision": ("  {title}：{outcome}", "  {title}: {outcome}"),
    "report.reason": ("    {text}", "    {text}"),
    "report.finding": ("  {severity}：{text}", "  {severity}: {text}"),
    "cli.other_format": (
        "{option} 只用于 --format {forms}，不能与 --format {format} 同用",
        "{option} goes with --format {forms}, not with --format {format}",
    ),
    "cli.unknown_case": ("登记表中没有件号 {found}", "the register has no case {found}"),
    "cli.unknown_case_near": (
        "登记表中没有件号 {found}，相近的是 {nearest}",
        "the register has no case {found}; the nearest is {nearest}",
    ),
    "report.unknown": ("  无法判断：{rules}（{lack}）", "  cannot be told: {rules} ({lack})"),
    "report.account_hint": (
        "一件的全部理由：加 --case 件号；全部各件：加 --full；以上各件全部列出：加 --output 文件",
        "one case with all reasons: --case NO; every case: --full; the whole list: --output FILE",
    ),
    "urgent.title": (
        "需要处理的 {cases} 件（违规在前，其次逾期最久的，再次快要届满的）",
        "{cases} cases need an act: violations, overdue, soon due",
    ),
    "urgent.title_first": (
        "需要处理的共 {cases} 件，最急的 {shown} 件（违规在前，其次逾期最久的，再次快要届满的）",
        "{cases} cases need an act; the {shown} worst: violations, overdue, soon due",
    ),
    "urgent.nothing": ("没有需要马上处理的件", "no case needs an act at once"),
    "urgent.provisional": ("{due}（暂定）", "{due} (provisional)"),
    "urgent.overdue": ("已逾期 {days} 个工作日", "overdue by {days} working days"),
    "urgent.overdue_at_rest": (
        "已逾期，其后均为休息日",
        "overdue, with nothing but days of rest since",
    ),
    "urgent.left": ("还剩 {days} 个工作日", "{days} working days left"),
    "urgent.today": ("今日届满", "ends today"),
    "urgent.violation": ("违规：{text}", "violation: {text}"),
    "lacking.title": ("登记表缺什么", "what the register lacks"),
    "lacking.of_record": ("未记录{names}", "not recorded: {names}"),
    "lacking.of_policy": ("办法未载明{names}", "left open by the policy: {names}"),
    "lacking.event": ("{event}日期", "the day of “{event}”"),
    "lacking.allow_assumed": ("推定值（未采用）", "values that are assumed, which are refused"),
    "lacking.extension": ("延期适用于哪些期限", "which limits an extension holds for"),
    "lacking.in_all": (
        "{cases} 件均{lack}：{rules}{more}无法判断",
        "all {cases} cases, {lack}: {rules}{more} cannot be told",
    ),
    "lacking.in_some": (
        "{cases} 件{lack}：{rules}{more}无法判断",
        "{cases} cases, {lack}: {rules}{more} cannot be told",
    ),
    "lacking.more_rules": ("等 {count} 项", " and others, {count} in all"),
    "lacking.more": (
        "另缺 {count} 项，见 --output 写出的文件",
        "{count} more, see the file of --output",
    ),
    "lacking.to_confirm": (
        "办法有 {count} 项未载明，待有权机关确认：{names}",
        "{count} values of the policy are to be confirmed: {names}",
    ),
    "report.obligation": ("  应办：{text}", "  owed next: {text}"),
    "summary.title": (
        "共 {cases} 件，{policy}，截至 {as_of}",
        "{cases} cases, {policy}, as of {as_of}",
    ),
    "summary.default": ("默认理解", "default reading"),
    "summary.awards": (
        "奖励合计 {total} 元（{counted}）",
        "awards {total} yuan in all ({counted})",
    ),
    "summary.no_award": ("奖励：{counted}", "awards: {counted}"),
    # xinfang due
    "due.settled": (
        "自 {start} 起{period}，至 {due} 届满（已确定）",
        "{period} from {start} end on {due} (settled)",
    ),
    "due.same_day": (
        "{start} 当日 24 时届满，不论是否工作日（已确定）",
        "ends with {start} itself, worked or not (settled)",
    ),
    "due.provisional": (
        "自 {start} 起{period}，预计至 {due} 届满；{year}年放假安排尚未公布，暂定介于 {earliest} 与 {latest} 之间",
        "{period} from {start} are expected to end on {due}; the arrangement for {year} is not published, so provisionally between {earliest} and {latest}",
    ),
    "due.provisional_region": (
        "自 {start} 起{period}，预计至 {due} 届满；地区 {region} {year}年放假安排未录入齐全，暂定介于 {earliest} 与 {latest} 之间",
        "{period} from {start} are expected to end on {due}; the days of region {region} in {year} are not all listed, so provisionally between {earliest} and {latest}",
    ),
    "due.suspended": (
        "自 {start} 起{period}，自 {since} 起中止、尚未恢复，届满日无法确定",
        "{period} from {start} stand still since {since}; the last day is undetermined until they run again",
    ),
    "due.hours": (
        "自 {start} 起{period}，至 {due} 届满（已确定）",
        "{period} from {start} end at {due} (settled)",
    ),
    "due.hours_note": (
        "按小时、分钟计算的，自该时刻起连续计算，不因夜间、周末、节假日顺延",
        "hours and minutes run from the moment itself, through nights, weekends and holidays",
    ),
    "due.undetermined": (
        "自 {start} 起{period}超出工作日历范围，无法确定",
        "{period} from {start} lie outside the calendar and are undetermined",
    ),
    "due.basis": ("计算依据：{citation}；{note}", "counted by: {citation}; {note}"),
    # xinfang calendar
    "calendar.no_issue_day": ("印发日期未查到", "day of issue not found"),
    "calendar.amendment": ("调整通知", "amendment"),
    "calendar.warning": ("请核对：{text}", "please check: {text}"),
    "calendar.checked": (
        "{year}年通知（{number}）可以导入：放假 {off} 天，上班 {worked} 天；导入后日历确定至 {settled}；此次只核对，未写入",
        "the notice for {year} ({number}) can be imported: {off} days off, {worked} worked; with it the calendar is settled through {settled}; only checked, nothing written",
    ),
    "calendar.imported": (
        "已导入{year}年通知（{number}）：放假 {off} 天，上班 {worked} 天；日历确定至 {settled}；存于 {path}",
        "imported the notice for {year} ({number}): {off} days off, {worked} worked; the calendar is settled through {settled}; kept in {path}",
    ),
    "calendar.shipped": (
        "{year}年通知（{number}）与本库随附的一致，不必导入，未写入：放假 {off} 天，上班 {worked} 天",
        "the notice for {year} ({number}) is the one that comes with the library; nothing written: {off} days off, {worked} worked",
    ),
    "cli.implausible": (
        "采用后整年的期限都以这份通知为准；请对照原文，确实无误的加 --despite-warnings",
        "the dates of a whole year would rest on this notice; compare it with the original, and if it is right add --despite-warnings",
    ),
    "cli.imported_in_use": (
        "另用已导入的通知 {count} 份（{folder}）",
        "with {count} imported notice(s) ({folder})",
    ),
    "recheck.moved_provisional": (
        "{case_no} {rule}：{before} 改为 {after}（暂定，介于 {earliest} 与 {latest} 之间），因 {days}",
        "{case_no} {rule}: {before} became {after} (provisional, between {earliest} and {latest}), because {days}",
    ),
    "recheck.moved": (
        "{case_no} {rule}：{before} 改为 {after}，因 {days}",
        "{case_no} {rule}: {before} became {after}, because {days}",
    ),
    "recheck.summary": (
        "共 {cases} 件，截至 {as_of} 在办且届满日变动的期限 {moved} 个",
        "{cases} cases; {moved} limits open on {as_of} have another last day",
    ),
    # xinfang schema
    "schema.listed": ("{name}  {title}", "{name}  {title}"),
    # xinfang policy
    "policy.listed": (
        "{id}  {title}  版本：{versions}  变体：{variants}",
        "{id}  {title}  versions: {versions}  variants: {variants}",
    ),
    "policy.head": ("{title}（{label}）", "{title} ({label})"),
    "policy.all_outside": (
        "所办的都不属信访事项（{outside_as}），国家规定不适用",
        "none of its matters is a petition ({outside_as}): the national rules do not apply",
    ),
    "policy.switches": (
        "{day} 仍在办的，自该日起改用本版（{text}）",
        "cases still open on {day} switch to this version from that day on ({text})",
    ),
    "policy.filled_by": ("{source}（{file}）", "{source} ({file})"),
    "policy.head_with_digest": (
        "{title}（{label}，内容散列 {digest}）",
        "{title} ({label}, digest {digest})",
    ),
    "policy.band": ("自 {start} 起", "from {start}"),
    "policy.sample_band": ("数为 {start}", "the number is {start}"),
    "policy.step": ("第 {number} 项", "item {number}"),
    "policy.trace_counts": (
        "共 {clauses} 条：已落实 {encoded} 条，搁置 {set_aside} 条",
        "{clauses} clauses: {encoded} encoded, {set_aside} set aside",
    ),
    "policy.trace_set_aside": ("搁置：{why}", "set aside: {why}"),
    "policy.trace_since": ("自 {day} 起", "since {day}"),
    "policy.to_confirm": (
        "{id}：{editions} 个版本、{values} 项取值，格式无误，{count} 处须确认",
        "{id}: {editions} version(s), {values} values, well written; {count} to confirm",
    ),
    "policy.sound": (
        "{id}：{editions} 个版本、{values} 项取值，核对无误",
        "{id}: {editions} version(s), {values} values, all sound",
    ),
    # The command line itself
    "cli.assessing": ("评估中", "assessing"),
    "cli.reading": ("正在读登记表", "reading the register"),
    "cli.unpacking": ("正在打开工作簿", "opening the workbook"),
    "cli.as_of_today": (
        "未给出 --as-of，以上海当天 {day} 评估",
        "no --as-of given; assessed as of {day}, today in Shanghai",
    ),
    "cli.over_register": (
        "输出文件与登记表是同一个文件，会覆盖登记表",
        "the output is the register itself and would overwrite it",
    ),
    "cli.over_columns": (
        "输出文件与列对应文件是同一个文件，会覆盖列对应文件",
        "the output is the column map and would overwrite it",
    ),
    "cli.over_input": ("输出会覆盖要读的文件", "the output would overwrite what is read"),
    "cli.key_alone": (
        "--key-file 要与 --receipts 一起用：没有回执，就用不着密钥",
        "--key-file goes with --receipts: without receipts no key is used",
    ),
    "cli.over_policy": (
        "输出文件与办法文件是同一个文件，会覆盖办法文件",
        "the output is the policy and would overwrite it",
    ),
    "cli.over_notice": (
        "输出文件与放假通知是同一个文件，会覆盖放假通知",
        "the output is a notice in use and would overwrite it",
    ),
    "cli.no_line": (
        "行号须为 1 以上的整数，实际为 {found}",
        "the number of a line is 1 or more, found {found}",
    ),
    "cli.values_hidden": (
        "有的内容可能涉及个人，未显示；要看的加 --show-values",
        "values that may tell of persons are not shown; to see them add --show-values",
    ),
    "cli.errors_elsewhere": (
        "{one} 与 {other} 是同一个文件，须各写一个文件",
        "{one} and {other} are one file; each takes a file of its own",
    ),
    "cli.refused_rows": (
        "共 {total} 条记录，其中 {count} 条有误，未评估",
        "{count} of {total} records could not be read and are not answered",
    ),
    "cli.unused_columns": ("未使用的列：{columns}", "columns that feed no field: {columns}"),
    "cli.interrupted": ("已中断，未写入任何文件", "interrupted; no file was written"),
    "cli.defect": (
        "程序缺陷（{where}），请反馈；输入数据未被改动",
        "a defect of ours ({where}); please report it. Your data was not touched",
    ),
    "cli.needs_rich": (
        "文字表格需要附加组件：pip install 'xinfang-core[cli]'；或者改用 --format json",
        "text tables need the extra: pip install 'xinfang-core[cli]'; or use --format json",
    ),
    "cli.needs_serve": (
        "接口服务需要附加组件：pip install 'xinfang-core[serve]'",
        "the service needs the extra: pip install 'xinfang-core[serve]'",
    ),
    "cli.serve_place": (
        "不能在 {place} 等候请求：{why}",
        "cannot listen at {place}: {why}",
    ),
    "cli.serve_taken": (
        "{place} 已被占用，请用 --port 另选一个端口",
        "{place} is taken; choose another port with --port",
    ),
    "cli.serve_open": (
        "注意：{place} 不限于本机，而本服务没有身份验证，也不加密；须由反向代理验证身份、加密，防火墙只放行代理",
        "mind: {place} is open to other machines, and this service neither knows who asks nor encrypts; put a reverse proxy before it that does, and let the firewall pass nothing else",
    ),
    "cli.serve_ready": (
        "在 http://{place} 等候请求，说明见 /openapi.json；Ctrl-C 停止",
        "waiting for requests at http://{place}, described by /openapi.json; Ctrl-C stops it",
    ),
    "cli.serve_ended": ("已停止", "stopped"),
    "cli.rechecking": ("复核中", "rechecking"),
    "cli.recheck_nothing": (
        "须给出 --old 或者 --new：某日当时所知，或者通知文件",
        "give --old or --new: a day as of which was known, or a notice file",
    ),
    "cli.no_folder": (
        "不知道把通知存在哪里：请用 --notices 给出文件夹，或者设置环境变量 XINFANG_NOTICES",
        "no folder to keep the notice in: give --notices or set XINFANG_NOTICES",
    ),
    "cli.notice_differs": (
        "本库随附的{number}与此不同：{days}；请核对，确属更改的须注明“调整通知”",
        "{number} as it comes with the library is different: {days}; check it, a change must be an amendment",
    ),
    "cli.no_issue_day": (
        "全国的通知须写明印发日期（issued），各份通知以此定先后",
        "a national notice needs its day of issue (issued), by which the notices follow one another",
    ),
    "cli.not_folder": ("这不是文件夹", "this is no folder"),
    "cli.day_or_notice": (
        "须为日期（如 2026-11-20）或者通知文件，没有文件“{found}”",
        "a day such as 2026-11-20 or the file of a notice is wanted; there is no file “{found}”",
    ),
    "cli.notice_exists": (
        "这里已有一份不同的通知；确要替换请加 --replace",
        "a different notice stands here; to replace it add --replace",
    ),
    "cli.hours_moment": (
        "按小时、分钟计算须写明时刻，如 2026-04-01T09:30，实际只有日期 {found}",
        "hours and minutes count from a moment such as 2026-04-01T09:30, found only the day {found}",
    ),
    "cli.no_office_hours": (
        "工作小时须按一个单位的办公时间计算，这里不知道办公时间；请用 add_office_time，或者写进办法文件的 [limit.…]",
        "working hours need the hours of an office, which are not known here; use add_office_time, or a [limit.…] of a policy file",
    ),
    "cli.hours_option": (
        "按小时、分钟计算的期限连续计算，没有中止，也没有逐日说明",
        "a period in hours or minutes runs on: it has no suspensions and no days to explain",
    ),
    "cli.hours_not_drawn": (
        "按小时、分钟计算的期限没有逐日表，不能用 {form} 格式；可用 text、json",
        "a period in hours or minutes has no days to draw as {form}; use text or json",
    ),
    "cli.same_day_suspended": (
        "当日届满的期限不因中止延长",
        "a period of the same day is not lengthened by a suspension",
    ),
    "cli.suspension": (
        "中止须写作 开始日..恢复日，可加逗号和原因，如 2026-03-02..2026-03-10,听证；实际为 {found}",
        "a suspension is BEGIN..END, with a comma and a reason if wanted; found {found}",
    ),
    # Receipts held against answers of today
    "replay.same": ("结论相同", "the answer is the same"),
    "replay.other": ("结论不同", "the answer is another one"),
    "replay.library": ("本库的版本：{then} → {now}", "the library's version: {then} → {now}"),
    "replay.edition": (
        "办法版本 {name} 的内容：{then} → {now}",
        "what the edition {name} says: {then} → {now}",
    ),
    "replay.settled": (
        "放假安排公布到：{then} → {now}",
        "notices settle the calendar through: {then} → {now}",
    ),
    "replay.notice_gone": ("已导入的通知不在了：{then}", "an imported notice is gone: {then}"),
    "replay.notice_new": ("另导入了通知：{now}", "another notice was imported: {now}"),
    "replay.year": ("{name} 年的放假通知变了", "the notices of the year {name} are others"),
    "replay.values": (
        "“{name}”的取值或者依据变了",
        "the values or citations of “{name}” are others",
    ),
    "replay.case": ("事项的记录变了", "the record of the case is another one"),
    "replay.region": ("地区：{then} → {now}", "the region: {then} → {now}"),
    "replay.decision": ("结论不同的：“{name}”", "another decision: “{name}”"),
    "replay.words": (
        "各项结论都相同，不同的只是文字或者依据的写法",
        "every decision is the same; only words or citations are others",
    ),
    "replay.record_or_code": (
        "办法、日历和本库的版本都相同：变的是事项的记录，或者规则的判断；回执没有密钥，分不出来",
        "policy, calendar and version are the same: the record is another or the judgement is; a receipt without a key does not tell",
    ),
    "replay.code": (
        "办法、日历、事项和本库的版本都相同：变的是规则的判断本身",
        "policy, calendar, case and version are the same: the judgement itself is another",
    ),
    "cli.no_input": ("标准输入已关闭", "the standard input is closed"),
    "cli.input_format": (
        "读标准输入时请写明格式：{forms} 之一",
        "the form of standard input is wanted: one of {forms}",
    ),
    "cli.jobs_only": (
        "只用于从标准输入逐行评估（- 和 --input-format jsonl）",
        "only for requests on standard input (- and --input-format jsonl)",
    ),
    "cli.stream_format": (
        "从标准输入逐行评估时，输出须为 --format jsonl，现为 {format}",
        "requests from standard input are answered with --format jsonl, not {format}",
    ),
    "cli.only_files": (
        "{option} 只用于登记表文件；标准输入里的请求用本库的键",
        "{option} is for files; requests on standard input have our own keys",
    ),
    "cli.nothing_laid_over": (
        "“+”的前后须各有一个办法或者补充文件，如 gongshu+补充.toml",
        "a “+” stands between a policy and a file that fills it in, as in gongshu+filling.toml",
    ),
    "cli.policy_needed": (
        "请写明 --policy 办法；只有从标准输入逐行评估、每行自带 policy 的可以不写",
        "--policy is needed, except for requests on standard input that name theirs",
    ),
    "cli.stream_ended": (
        "共 {count} 个请求，其中 {refused} 个读不了",
        "{count} requests, of which {refused} could not be read",
    ),
    "cli.no_output": ("标准输出已关闭", "the standard output is closed"),
    "file.unwritable": ("无法写入：{why}", "cannot be written: {why}"),
}
