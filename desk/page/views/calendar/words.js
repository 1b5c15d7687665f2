// Days in words.

const WEEKDAYS = "日一二三四五六";

/** @param {string} day YYYY-MM-DD @returns {string} such as 星期六 */
export function weekday(day) {
  return `星期${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}`;
}

/** @param {string} day YYYY-MM-DD @returns {string} such as 2026年10月10日 */
export function dayWords(day) {
  const [year, month, date] = day.slice(0, 10).split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** Days of one month, runs joined. @param {number[]} dates in order @returns {string} such as 1日至3日、10日 */
export function runs(dates) {
  /** @type {[number, number][]} */
  const found = [];
  for (const date of dates) {
    const last = found[found.length - 1];
    if (last && last[1] === date - 1) last[1] = date;
    else found.push([date, date]);
  }
  return found.map(([from, to]) => (from === to ? `${from}日` : `${from}日至${to}日`)).join("、");
}
