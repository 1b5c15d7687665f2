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
    # Registers
    "workbook.sheet_of_none": (
        "--sheet 只用于 Excel 工作簿",
        "--sheet is for workbooks only",
    ),
    "workbook.no_sheet": (
        "没有工作表“{found}”，现有：{known}",
        "there is no sheet “{found}”; there are: {known}",
    ),
    "workbook.no_sheet_near": (
        "没有工作表“{found}”，是否为“{nearest}”？",
        "there is no sheet “{found}”, did you mean “{nearest}”?",
    ),
    "workbook.empty_sheet": ("工作表是空的", "the sheet is empty"),
    "workbook.which_sheet": (
        "有内容的工作表不止一个，请用 --sheet 指明：{found}",
        "more than one sheet holds anything; say which with --sheet: {found}",
    ),
    "workbook.hidden_sheets": (
        "隐藏的工作表没有读：{found}；要读的用 --sheet 指明",
        "hidden sheets were not read: {found}; name one with --sheet to read it",
    ),
    "workbook.hidden_rows": (
        "隐藏的行（包括筛选掉的）也读了：第 {lines} 行",
        "hidden rows, those that a filter hides among them, were read too: {lines}",
    ),
    "workbook.hidden_columns": (
        "隐藏的列也读了：{columns}",
        "hidden columns were read too: {columns}",
    ),
    "workbook.formulas": (
        "这些列有公式，按文件保存时的结果读入：{columns}",
        "these columns have formulas, of which the saved results were read: {columns}",
    ),
    "workbook.header_twice": (
        "列名“{found}”出现两次（首次在 {first}）",
        "the header “{found}” is given twice (first in {first})",
    ),
    "workbook.serial": (
        "这一格是数字 {found}，不是日期（可能是 {meant}）：请把单元格格式设为日期",
        "this cell holds the number {found} and no date (perhaps {meant}): give it a date format",
    ),
    "workbook.became_date": (
        "Excel 把这一格变成了日期或者时间：请把该列设为文本格式，再重新录入原来的内容",
        "Excel turned this cell into a date or time: format the column as text and type the content again",
    ),
    "workbook.cut_number": (
        "这一格是超过 15 位的数字，Excel 已把后面的位数改成 0：请把该列设为文本格式，从原系统重新录入",
        "this cell is a number of more than 15 digits, of which Excel has made the last ones 0: format the column as text and take it from its source again",
    ),
    "workbook.error_value": (
        "这一格是公式错误 {found}，请改正公式或者直接填写",
        "this cell is the error {found} of a formula; mend the formula or fill in a value",
    ),
    "workbook.no_result": (
        "这一格的公式没有保存结果，请在 Excel 或者 WPS 中打开、保存后再试",
        "the formula of this cell has no saved result; open and save the file in Excel or WPS",
    ),
    "workbook.merged": (
        "这一格属于合并单元格 {range}，只有左上角一格有值：请取消合并，逐格填写",
        "this cell belongs to the merged cells {range}, of which only the first has a value: unmerge them and fill in each",
    ),
    # Answers
    "workbook.answers": ("评估结果", "Answers"),
    "workbook.needs_output": (
        "xlsx 要写入文件，请用 --output 指明",
        "a workbook is written to a file; name it with --output",
    ),
    "workbook.too_many_columns": (
        "工作表放不下这么多列（最多 {most} 列），请删去用不着的列",
        "the sheet has no room for so many columns (at most {most}); delete those that are not needed",
    ),
    "workbook.signature_lost": (
        "工作簿的数字签名在副本里不再有效：内容改了",
        "the digital signature of the workbook does not hold in the copy: the content is another",
    ),
}
"""Code to Chinese and English template."""
