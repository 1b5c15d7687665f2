// The cases of a report as columns of numbers: found, put in order, told. A hundred thousand of
// them are gone through in some milliseconds.

/**
 * @typedef {object} TableFiles what `registers.report` wrote
 * @property {number} count
 * @property {string[]} columns
 * @property {string[]} case_nos
 * @property {{rule: string, title: string}[]} limits
 * @property {string[]} statuses
 *
 * @typedef {object} Wanted which cases are shown
 * @property {string} text a part of the case number
 * @property {number} body place among the texts; -1: any
 * @property {number} kind
 * @property {number} month 202001; 0: any
 * @property {boolean} need only those that need an act
 * @property {Record<string, number>} limits the status of a limit, by rule
 */

/** @returns {Wanted} */
export function anyCase() {
  return { text: "", body: -1, kind: -1, month: 0, need: false, limits: {} };
}

// Where limits stand, worst first, by their places in the list of statuses.
const WORST = ["逾期未完成", "逾期完成", "期限已过", "在期", "无法确定", "按期", "未起算", "不适用"];
const MOST_DAYS = 100_000;

export class Cases {
  /**
   * Take the files of a report out of the engine, one after the other.
   * @param {import("../../engine/engine.js").Engine} engine @param {string} folder @param {TableFiles} files
   */
  static async read(engine, folder, files) {
    /** @type {Record<string, Int32Array>} */
    const columns = {};
    for (const name of files.columns) {
      const bytes = await engine.read(`${folder}/${name}`);
      columns[name] = new Int32Array(bytes.buffer, bytes.byteOffset, files.count);
    }
    const json = async (/** @type {string} */ name) =>
      JSON.parse(new TextDecoder().decode(await engine.read(`${folder}/${name}`)));
    /** @type {string[][]} */
    const pieces = [];
    for (const name of files.case_nos) pieces.push(await json(name));
    const texts = await json("texts");
    await engine.remove(folder);
    /** @type {string[]} */
    const caseNos = [];
    for (const piece of pieces) caseNos.push(...piece);
    return new Cases(files, columns, caseNos, texts);
  }

  /**
   * @param {TableFiles} files @param {Record<string, Int32Array>} columns
   * @param {string[]} caseNos @param {Record<string, string[]>} texts
   */
  constructor(files, columns, caseNos, texts) {
    this.count = files.count;
    this.limits = files.limits;
    this.statuses = files.statuses;
    this.columns = columns;
    this.caseNos = caseNos;
    this.texts = texts;
    this.months = distinct(columns.day, 100);
    /** Whether any last day may still move. */
    this.isMoving = files.columns.some((name) => name.endsWith(".moves"));
    /** The statuses that each limit has in any case. @type {Record<string, number[]>} */
    this.standings = Object.fromEntries(files.limits.map(({ rule }) => [rule, distinct(columns[`${rule}.status`], 1)]));
    this.severity = files.statuses.map((status) => WORST.indexOf(status));
  }

  /** @param {string} name @param {number} row */
  text(name, row) {
    return this.texts[name][this.columns[name][row]];
  }

  /** A day as it is written; empty where there is none. @param {string} name @param {number} row */
  day(name, row) {
    const day = String(this.columns[name][row]);
    return day === "0" ? "" : `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  }

  /** The last day of a limit, and whether it may still move. @param {string} rule @param {number} row */
  lastDay(rule, row) {
    const day = this.day(`${rule}.due`, row);
    return this.columns[`${rule}.moves`]?.[row] ? `${day}（暂定）` : day;
  }

  /** Where a limit stands, and by how much it was missed. @param {string} rule @param {number} row */
  standing(rule, row) {
    const days = this.columns[`${rule}.days`][row];
    const status = this.statuses[this.columns[`${rule}.status`][row]];
    return days ? `${status} ${days} 个工作日` : status;
  }

  /**
   * The rows that are wanted, in an order.
   * @param {Wanted} wanted @param {import("../../shell/table.js").Order} order @returns {Int32Array}
   */
  rows(wanted, order) {
    const found = this.found(wanted);
    const key = this.keys(order.key);
    // Numbers alone are sorted without a function: key and place in one.
    const sorted = new Float64Array(found.length);
    const turn = order.down ? -this.count : this.count;
    for (let at = 0; at < found.length; at++) sorted[at] = key(found[at]) * turn + found[at];
    sorted.sort();
    for (let at = 0; at < found.length; at++) {
      const rest = sorted[at] % this.count;
      found[at] = rest < 0 ? rest + this.count : rest;
    }
    return found;
  }

  /** @param {Wanted} wanted */
  found({ text, body, kind, month, need, limits }) {
    const { columns, caseNos, count } = this;
    const { body: bodies, kind: kinds, day: days, by_need: needs } = columns;
    const statuses = Object.entries(limits).map(([rule, code]) => ({ column: columns[`${rule}.status`], code }));
    const found = new Int32Array(count);
    let length = 0;
    for (let row = 0; row < count; row++) {
      const fits =
        (body < 0 || bodies[row] === body) &&
        (kind < 0 || kinds[row] === kind) &&
        (!month || Math.floor(days[row] / 100) === month) &&
        (!need || needs[row] > 0) &&
        (!statuses.length || statuses.every(({ column, code }) => column[row] === code)) &&
        (!text || caseNos[row].includes(text));
      if (fits) found[length++] = row;
    }
    return found.subarray(0, length);
  }

  /** By what a column is put in order: a number for each row. @param {string} key @returns {(row: number) => number} */
  keys(key) {
    const { columns, count } = this;
    if (key === "case_no") return (row) => columns.by_case_no[row];
    // What needs no act comes last.
    if (key === "state") return (row) => columns.by_need[row] || count + 1;
    if (key.endsWith(".status")) {
      const days = columns[key.replace(/status$/, "days")];
      return (row) => this.severity[columns[key][row]] * MOST_DAYS - Math.min(days[row], MOST_DAYS - 1);
    }
    if (!(key in this.texts)) return (row) => columns[key][row];
    const places = inOrder(this.texts[key]);
    return (row) => places[columns[key][row]];
  }
}

/** The place of each text among all. @param {string[]} texts */
function inOrder(texts) {
  const order = texts.map((_, at) => at);
  const compare = texts.length > 3000 ? plainly : new Intl.Collator("zh-CN").compare;
  order.sort((one, other) => compare(texts[one], texts[other]));
  const places = new Int32Array(texts.length);
  order.forEach((at, place) => (places[at] = place));
  return places;
}

/** @param {string} one @param {string} other */
function plainly(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What occurs in a column, without the last digits. @param {Int32Array} column @param {number} unit */
function distinct(column, unit) {
  /** @type {Set<number>} */
  const found = new Set();
  let last = NaN;
  for (let row = 0; row < column.length; row++) {
    const value = Math.floor(column[row] / unit);
    // Most rows say what the one before says.
    if (value !== last) found.add(value);
    last = value;
  }
  return [...found].sort((one, other) => one - other);
}
