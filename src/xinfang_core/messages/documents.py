"""The words that all documents share (文书)."""

TEXTS: dict[str, tuple[str, str]] = {
    "documents.contents": ("目录", "contents"),
    "documents.made_by": ("制作依据", "made by"),
    "documents.made_by.name": ("项目", "item"),
    "documents.made_by.value": ("内容", "content"),
    "documents.maker.edition": ("{label} 的散列", "digest of {label}"),
    "documents.maker.reading": ("理解", "reading"),
    "documents.maker.assumed": ("推定值", "assumed values"),
    "documents.maker.not_used": ("不采用", "not used"),
    "documents.maker.calendar": ("工作日历的散列", "digest of the calendar"),
    "documents.maker.settled": ("放假安排已定至", "settled through"),
    "documents.maker.known_on": ("只用该日以前公布的通知", "notices known on"),
    "documents.maker.as_of": ("评估日", "as of"),
    "documents.maker.library": ("程序", "library"),
    "documents.audience": ("读者", "audience"),
    "documents.cell_cut": (
        "……（原文 {count} 字，超过单元格的上限，余下的略去）",
        "... ({count} characters; the rest is more than a cell takes)",
    ),
    "documents.needs_pdf": (
        "生成 PDF 需要附加组件：pip install 'xinfang-core[pdf]'",
        "writing PDF needs the extra: pip install 'xinfang-core[pdf]'",
    ),
    "documents.no_chinese_font": (
        "没有可用的中文字体：请安装一种（如 fonts-noto-cjk），或者用 --font-dir 指明字体所在的文件夹",
        "there is no Chinese font: install one, such as fonts-noto-cjk, or name its folder with --font-dir",
    ),
    "documents.pdf_too_long": (
        "表格共 {cells} 格，PDF 最多 {most} 格：请改用其他格式，或者缩小范围",
        "the tables have {cells} cells, a PDF takes {most} at most: use another format, or less",
    ),
    "documents.needs_output": (
        "{format} 不能显示在屏幕上，请用 --output 写明文件",
        "{format} cannot be shown on the screen: name a file with --output",
    ),
    "documents.other_ending": (
        "文件名以 {ending} 结尾，而要写的是 {format}：请改 --format，或者改文件名",
        "the name ends in {ending}, but {format} is to be written: change --format, or the name",
    ),
    "documents.fonts_replaced": (
        "缺少字体，已用其他字体代替：{fonts}；可用 --font-dir 指明字体所在的文件夹",
        "fonts are missing and were replaced: {fonts}; name their folder with --font-dir",
    ),
    "documents.font_replaced": ("{wanted} → {used}", "{wanted} → {used}"),
    "documents.characters_missing": (
        "有 {count} 个字没有字体可以显示，印作“〓”：{codes}",
        "{count} characters are in no font and are printed as “〓”: {codes}",
    ),
    "documents.bar.none": ("—", "—"),
    "documents.bars.told": ("{title}：{bars}", "{title}: {bars}"),
    "documents.bars.one": ("{label} {values}", "{label} {values}"),
}
