"""What is wrong with a template of letters (文书模板)."""

TEXTS: dict[str, tuple[str, str]] = {
    "template.needs_docx": (
        "写 Word 文书需要附加组件：pip install 'xinfang-core[docx]'",
        "writing a letter as a Word file needs the extra: pip install 'xinfang-core[docx]'",
    ),
    # The file
    "template.encrypted": (
        "模板设有打开密码，请去掉密码后另存为 .docx",
        "the template is encrypted with a password; remove it and save as .docx",
    ),
    "template.old_format": (
        "这是 .doc 或者 .wps 格式的文件，请在 Word 或者 WPS 中另存为 .docx",
        "this is a file of the .doc or .wps format; save it as .docx in Word or WPS",
    ),
    "template.empty_file": ("模板是空的", "the template is empty"),
    "template.not_one": (
        "内容不是 Word 文档（.docx），请在 Word 或者 WPS 中另存为 .docx",
        "the content is no Word file (.docx); save it as .docx in Word or WPS",
    ),
    "template.bomb": (
        "模板展开后过大（超过 {most} 字节、{parts} 个部件，或者压缩比异常），请删去用不着的图片，另存后再试",
        "the template unpacks to too much (over {most} bytes or {parts} parts, or packed too densely); delete the pictures that are not needed and save it again",
    ),
    "template.damaged": (
        "模板已损坏（{part}），请在 Word 或者 WPS 中打开修复，另存为 .docx",
        "the template is damaged ({part}); open and repair it in Word or WPS, and save it as .docx",
    ),
    "template.macros": (
        "模板启用了宏（.docm、.dotm），请另存为不含宏的 .docx",
        "the template is one for macros (.docm, .dotm); save it as .docx without them",
    ),
    "template.is_dotx": (
        "这是 .dotx 模板文件，请另存为 .docx",
        "this is a .dotx file; save it as .docx",
    ),
    "template.strict": (
        "这是“Strict Open XML”格式，请另存为普通的 .docx",
        "this is of the format “Strict Open XML”; save it as an ordinary .docx",
    ),
    "template.document_type": (
        "部件 {part} 带有文档类型声明（DTD），不予读取；请在 Word 或者 WPS 中另存为 .docx",
        "the part {part} has a document type (DTD) and is not read; save it as .docx in Word or WPS",
    ),
    "template.part_too_large": (
        "部件 {part} 超过 {most} 字节，请把模板改短",
        "the part {part} has more than {most} bytes; make the template shorter",
    ),
    "template.foreign_part": (
        "部件 {part}（{kind}）不是模板可以有的：只留文字、表格、图片（png、jpg、gif、bmp）、页眉页脚和脚注，删去宏、控件、嵌入对象、批注、图表和嵌入的字体",
        "the part {part} ({kind}) is none that a template may have: keep text, tables, pictures (png, jpg, gif, bmp), headers, footers and notes, and delete macros, controls, embedded objects, comments, charts and embedded fonts",
    ),
    "template.link": (
        "模板里有指向文件之外的链接（{kind}，见 {part}）：请删去链接，网址可以写成文字",
        "the template has a link to somewhere outside the file ({kind}, in {part}): delete it; an address may stand as text",
    ),
    "template.foreign_link": (
        "部件 {part} 用了模板不能用的关联（{kind}），请删去",
        "the part {part} has a relationship that templates must not have ({kind}); delete it",
    ),
    "template.foreign_element": (
        "{place}：有模板不能有的内容（{found}），如嵌入对象、控件、邮件合并、外部图片，请删去",
        "{place}: something that templates must not have ({found}), such as an embedded object, a control, mail merge or an outside picture; delete it",
    ),
    "template.foreign_code": (
        "{place}：域“{found}”不可以用；可以用的：{known}",
        "{place}: the field code “{found}” must not be used; these may: {known}",
    ),
    "template.open_code": (
        "{place}：域代码里有文字、另一个域或者没有结束，请删去这个域重新插入",
        "{place}: a field code holds text or another field, or has no end; delete it and insert it again",
    ),
    # The marks
    "template.place": ("{part}第 {paragraph} 段", "{part}, paragraph {paragraph}"),
    "template.place_whole": ("部件 {part}", "the part {part}"),
    "template.part.document": ("正文", "body"),
    "template.part.header": ("页眉", "header"),
    "template.part.footer": ("页脚", "footer"),
    "template.part.footnotes": ("脚注", "footnotes"),
    "template.part.endnotes": ("尾注", "endnotes"),
    "template.no_field": (
        "{place}：没有字段“{found}”；字段见 xinfang docs fields {kind}",
        "{place}: there is no field “{found}”; xinfang docs fields {kind} lists them",
    ),
    "template.no_field_near": (
        "{place}：没有字段“{found}”，是否为“{nearest}”？",
        "{place}: there is no field “{found}”, did you mean “{nearest}”?",
    ),
    "template.no_list": (
        "{place}：“{found}”不是多段的字段，直接写 {{{{ {found} }}}}",
        "{place}: “{found}” is no field of several paragraphs; write {{{{ {found} }}}}",
    ),
    "template.is_list": (
        "{place}：“{found}”是多段的字段，要用三段写：{{%p for each in {found} %}}、{{{{ each }}}}、{{%p endfor %}}",
        "{place}: “{found}” is a field of several paragraphs; write it in three: {{%p for each in {found} %}}, {{{{ each }}}}, {{%p endfor %}}",
    ),
    "template.not_allowed": (
        "{place}：标记“{found}”不可以用；只能用字段、逐段重复（for）和有则显示（if）",
        "{place}: the mark “{found}” must not be used; only fields, repetition (for) and presence (if) may",
    ),
    "template.syntax": (
        "{place}：标记写法不对：{found}",
        "{place}: this is no sound mark: {found}",
    ),
    "template.wide_mark": (
        "{place}：标记要用半角的花括号，写成 {{{{ 字段 }}}}：{found}",
        "{place}: marks have plain braces, {{{{ field }}}}: {found}",
    ),
    "template.open_mark": (
        "{place}：标记没有写完，要在同一段里写全：{found}",
        "{place}: a mark has no end; it has to end in its paragraph: {found}",
    ),
    "template.mark_elsewhere": (
        "{place}：标记只能写在文字里，不能写在图片说明、域代码等处，也不能用 {{{{p }}}}、{{{{r }}}}",
        "{place}: marks stand in text only, not in descriptions of pictures, field codes and the like, and not as {{{{p }}}} or {{{{r }}}}",
    ),
    "template.too_many_marks": (
        "标记超过 {most} 个，请把模板改短",
        "there are more than {most} marks; make the template shorter",
    ),
    "template.too_deep": (
        "{place}：for 不能套 for，if 最多套 {most} 层",
        "{place}: a for must not stand within another, and at most {most} ifs within one another",
    ),
    "template.too_long": (
        "照此模板填写后超过 {most} 字，请减少重复的标记",
        "filled in, the template has more than {most} characters; repeat fewer marks",
    ),
    "template.broken": (
        "照此模板填写后 {part} 不再完整：for、if 与它们的结束标记要各占一段，或者在同一段里",
        "filled in, the part {part} is no longer whole: for, if and their ends each stand in a paragraph of their own, or in the same one",
    ),
}
"""Code to Chinese and English template."""
