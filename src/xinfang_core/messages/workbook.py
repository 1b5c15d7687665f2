"""The words of ``workbook``, Chinese first."""

TEXTS: dict[str, tuple[str, str]] = {
    "workbook.needs_xlsx": (
        "写 Excel 工作簿需要附加组件：pip install 'xinfang-core[xlsx]'",
        "writing a workbook needs the extra: pip install 'xinfang-core[xlsx]'",
    ),
    "workbook.old_format": (
        "这是 .xls、.et、.xlsb 或者 .ods 格式的表格，请在 Excel 或者 WPS 中另存为 .xlsx",
        "this is a spreadsheet of the .xls, .et, .xlsb or .ods format; save it as .xlsx in Excel or WPS",
    ),
    "workbook.encrypted": (
        "工作簿设有打开密码，请去掉密码后另存为 .xlsx",
        "the workbook is encrypted with a password; remove it and save as .xlsx",
    ),
    "workbook.macros": (
        "工作簿含有宏，请另存为不含宏的 .xlsx",
        "the workbook holds macros; save it as .xlsx without them",
    ),
    "workbook.not_one": (
        "内容不是 Excel 工作簿（.xlsx）：是文本的，请把扩展名改为 .csv；不是的，请在 Excel 或者 WPS 中另存为 .xlsx",
        "the content is no workbook (.xlsx): if it is text, name it .csv; otherwise save it as .xlsx in Excel or WPS",
    ),
    "workbook.empty_file": ("文件是空的", "the file is empty"),
    "workbook.damaged": (
        "工作簿已损坏（{part}），请在 Excel 或者 WPS 中打开修复，另存为 .xlsx",
        "the workbook is damaged ({part}); open and repair it in Excel or WPS, and save it as .xlsx",
    ),
    "workbook.document_type": (
        "工作簿的部件 {part} 带有文档类型声明（DTD），不予读取；请在 Excel 或者 WPS 中另存为 .xlsx",
        "the part {part} of the workbook has a document type (DTD) and is not read; save it as .xlsx in Excel or WPS",
    ),
    "workbook.bomb": (
        "工作簿展开后过大（超过 {most} 字节、{parts} 个部件，或者压缩比异常），请只留需要的工作表，另存后再试",
        "the workbook unpacks to too much (over {most} bytes or {parts} parts, or packed too densely); keep only the sheets that are needed and save it again",
    ),
    "workbook.sheet_twice": (
        "有两个工作表都叫“{found}”（大小写和空格不计），请改名",
        "two sheets are called “{found}” (letter case and blanks aside); rename one",
    ),
    "workbook.too_many_merged": (
        "合并单元格过多，请取消合并",
        "there are too many merged cells; unmerge them",
    ),
    "workbook.too_many_cells": (
        "单元格过多，请只留需要的行和列",
        "there are too many cells; keep only the rows and columns that are needed",
    ),
}
"""Code to Chinese and English template."""
