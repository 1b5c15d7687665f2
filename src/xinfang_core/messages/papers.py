"""Why a paper, a report or a notice to the public is as it should be (文书、报告、公布)."""

TEXTS: dict[str, tuple[str, str]] = {
    # opinion_content
    "rule.opinion_content": ("处理意见书", "opinion content"),
    "opinion_content.compared": (
        "应当载明：{wanted}；尚缺：{missing}",
        "to be stated: {wanted}; missing: {missing}",
    ),
    "opinion_content.no_result": ("尚未告知处理结果", "no result is told yet"),
    "opinion_content.nothing_follows": (
        "处理结果为{result}，条例未规定后续工作",
        "the result is “{result}”, and the regulation asks for nothing further",
    ),
    "opinion_content.follows": (
        "处理结果为{result}，应当{follow_up}",
        "the result is “{result}”, followed by: {follow_up}",
    ),
    "opinion_content.agreement": (
        "经{settlement}达成一致，制作{document}",
        "settled by {settlement}: the {document} is drawn up",
    ),
    "opinion_content.lacks": ("处理意见书未载明{missing}", "the opinion does not state: {missing}"),
    "opinion_content.odd_result": (
        "处理结果“{result}”不在条例所列之内",
        "the result “{result}” is none of the regulation’s",
    ),
    # ledger/annual_report
    "rule.annual_report": ("年度报告", "annual report"),
    "annual_report.looked_at": (
        "核对 {first} 年至 {last} 年，有缺项的 {found} 年",
        "looked at {first} to {last}: {found} year(s) with gaps",
    ),
    "annual_report.wanted": (
        "报告应当包括：{contents}；报{who}",
        "a report contains: {contents}; it goes to: {who}",
    ),
    "annual_report.no_report": ("{year} 年没有年度报告", "{year} has no yearly report"),
    "annual_report.lacks": (
        "{year} 年的报告缺少{contents}",
        "the report of {year} lacks: {contents}",
    ),
    "annual_report.no_appraisal": ("{year} 年没有考核", "{year} has no appraisal"),
    # station/channel_publication
    "rule.channel_publication": ("信访渠道公布", "channel publication"),
    "channel_publication.not_recorded": (
        "未登记已公布的事项，无法核对",
        "what is published is not recorded, so nothing can be compared",
    ),
    "channel_publication.compared": ("未公布：{missing}", "not published: {missing}"),
    "channel_publication.missing": ("未公布{item}", "not published: {item}"),
}
