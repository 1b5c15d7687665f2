"""The words that all documents share (文书)."""

TEXTS: dict[str, tuple[str, str]] = {
    "documents.contents": ("目录", "contents"),
    "documents.made_by": ("制作依据", "made by"),
    "documents.made_by.name": ("项目", "item"),
    "documents.made_by.value": ("内容", "content"),
    "documents.audience": ("读者", "audience"),
    "documents.cell_cut": (
        "……（原文 {count} 字，超过单元格的上限，余下的略去）",
        "... ({count} characters; the rest is more than a cell takes)",
    ),
    "documents.bar.none": ("—", "—"),
    "documents.bars.told": ("{title}：{bars}", "{title}: {bars}"),
    "documents.bars.one": ("{label} {values}", "{label} {values}"),
}
