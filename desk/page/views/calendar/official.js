// A notice pasted as it was published: what its first lines should say, and the lines that name no day.

const NUMBER = /[^\s：:，。]{2,12}[〔（[［]\d{4}[〕）\]］]\s*\d+\s*号/;
const DATE_ALONE = /^\s*(\d{4}年\d{1,2}月\d{1,2}日)\s*$/m;
const YEAR = /关于\s*(\d{4})\s*年/;

/**
 * The three lines that a notice begins with, filled as far as the text says it; the user sees them.
 * @param {string} text @param {number} next the year that is likely meant
 */
export function headed(text, next) {
  return headOf(text, next) + text;
}

/** @param {string} text @param {number | string} next */
export function headOf(text, next) {
  const number = NUMBER.exec(text)?.[0] ?? "";
  const issued = DATE_ALONE.exec(text)?.[1] ?? "";
  const year = YEAR.exec(text)?.[1] ?? next;
  return `文号：${number}\n印发日期：${issued}\n年份：${year}\n\n`;
}

/** Whether the text has its first lines. @param {string} text */
export function hasHead(text) {
  return /^\s*(文号|发文字号)\s*[：:]/m.test(text) || isToml(text);
}

/** Whether the text says by itself what its first lines should say. @param {string} text */
export const saysHead = (text) => [NUMBER, DATE_ALONE, YEAR].every((one) => one.test(text));

/** Whether it is written as the desk and the command line keep notices. @param {string} text */
export function isToml(text) {
  return /^\s*(number|year)\s*=/m.test(text);
}

/** The lines of which the check says that they may be left unread. @param {string[]} faults */
export function unreadLines(faults) {
  const found = faults.filter((fault) => fault.endsWith("在行首加 #")).map((fault) => /^第 (\d+) 行/.exec(fault)?.[1]);
  return [...new Set(found.filter(Boolean).map(Number))];
}

/** @param {string} text @param {number[]} lines counted from 1 */
export function unread(text, lines) {
  return text.split("\n").map((line, at) => (lines.includes(at + 1) ? `# ${line}` : line)).join("\n");
}
