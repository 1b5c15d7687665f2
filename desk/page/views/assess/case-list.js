// All cases of a report: found by what they are, put in order by a column, opened by a click.

import { html, nothing, render } from "lit-html";
import { pause } from "../../shell/pause.js";
import { select } from "../../shell/select.js";
import { BigTable } from "../../shell/table.js";
import { anyCase } from "./cases.js";

/**
 * @typedef {import("./cases.js").Cases} Cases
 * @typedef {import("../../shell/table.js").Order} Order
 */

/** @type {Order} */
const BY_NEED = { key: "state", down: false };

export class CaseList {
  /** @param {HTMLElement} root @param {(number: number, caseNo: string) => void} onOpen */
  constructor(root, onOpen) {
    this.root = root;
    this.head = root.appendChild(document.createElement("div"));
    const box = root.appendChild(document.createElement("div"));
    root.hidden = true;
    /** @type {Cases | null} */
    this.cases = null;
    this.wanted = anyCase();
    this.order = BY_NEED;
    /** @type {Int32Array} */
    this.rows = new Int32Array(0);
    this.bodies = false;
    this.table = new BigTable(box, {
      label: "各件一览",
      onOpen: (row) => this.cases && onOpen(this.cases.columns.number[row], this.cases.caseNos[row]),
      onSort: (key) => this.sort(key),
    });
  }

  /** @param {Cases} cases @param {boolean} bodies whether the register tells the handling body */
  async show(cases, bodies) {
    Object.assign(this, { cases, bodies, wanted: anyCase(), order: BY_NEED });
    // The first time is the slowest: the page has time for the user in between.
    this.rows = cases.rows(this.wanted, this.order);
    await pause();
    this.root.hidden = false;
    this.draw(cases);
    await pause();
    this.drawTable(cases);
  }

  clear() {
    this.cases = null;
    this.rows = new Int32Array(0);
    this.table.show({ columns: [], rows: this.rows, order: BY_NEED });
    this.root.hidden = true;
  }

  /** Only what needs an act, worst first. */
  showUrgent() {
    Object.assign(this, { wanted: { ...anyCase(), need: true }, order: BY_NEED });
    this.update();
    this.root.scrollIntoView();
    this.table.focus();
  }

  /** @param {string} key */
  sort(key) {
    this.order = { key, down: this.order.key === key && !this.order.down };
    this.update();
  }

  /** @param {Partial<import("./cases.js").Wanted>} change */
  want(change) {
    this.wanted = { ...this.wanted, ...change };
    this.update();
  }

  update() {
    const { cases, order, wanted } = this;
    if (!cases) return;
    this.rows = cases.rows(wanted, order);
    this.draw(cases);
    this.drawTable(cases);
  }

  /** @param {Cases} cases */
  drawTable(cases) {
    this.table.show({ columns: columnsOf(cases, this.bodies), rows: this.rows, order: this.order });
  }

  /** @param {Cases} cases */
  draw(cases) {
    const { wanted } = this;
    const number = (/** @type {string} */ name) => (/** @type {any} */ event) => this.want({ [name]: Number(event.target.value) });
    const texts = (/** @type {string} */ name) => named(cases.texts[name].map((text, at) => [at, text || "（未记录）"]), -1);
    const months = cases.months.filter(Boolean).map((month) => [month, `${String(month).slice(0, 4)}年${month % 100}月`]);
    const isFree = JSON.stringify(wanted) === JSON.stringify(anyCase());
    render(
      html`<h3>各件一览</h3>
      <div class="row filters">
        <label>件号含有<br><input type="search" .value=${wanted.text} @input=${(/** @type {any} */ event) => this.want({ text: event.target.value.trim() })} /></label>
        ${this.bodies ? html`<label>承办单位<br>${select(texts("body"), wanted.body, number("body"))}</label>` : nothing}
        <label>月份<br>${select(named(months, 0), wanted.month, number("month"))}</label>
        <label>类别<br>${select(texts("kind"), wanted.kind, number("kind"))}</label>
        ${cases.limits.map(({ rule, title }) => html`<label>${title}<br>${this.limit(cases, rule)}</label>`)}
        <label><input type="checkbox" .checked=${wanted.need}
          @change=${(/** @type {any} */ event) => this.want({ need: event.target.checked })} /> 只看需要处理的</label>
        ${isFree ? nothing : html`<button type="button" @click=${() => this.want(anyCase())}>全部条件取消</button>`}
      </div>
      <p role="status">显示 ${this.rows.length} 件，共 ${cases.count} 件。点一件看全部理由，点列名排序。</p>`,
      this.head,
    );
  }

  /** @param {Cases} cases @param {string} rule */
  limit(cases, rule) {
    const choices = cases.standings[rule].map((code) => [code, cases.statuses[code]]);
    const onChange = (/** @type {any} */ event) => {
      const { [rule]: _, ...others } = this.wanted.limits;
      const code = Number(event.target.value);
      this.want({ limits: code < 0 ? others : { ...others, [rule]: code } });
    };
    return select(named(choices, -1), this.wanted.limits[rule] ?? -1, onChange);
  }
}

/** @param {(string | number)[][]} choices @param {number} any */
function named(choices, any) {
  return [[any, "全部"], ...choices];
}

/** @param {Cases} cases @param {boolean} bodies @returns {import("../../shell/table.js").Column[]} */
function columnsOf(cases, bodies) {
  const text = (/** @type {string} */ key, /** @type {string} */ title, /** @type {number} */ width) => ({
    key, title, width, cell: (/** @type {number} */ row) => cases.text(key, row),
  });
  return [
    { key: "case_no", title: "件号", width: 10, cell: (row) => cases.caseNos[row] },
    ...(bodies ? [text("body", "承办单位", 9)] : []),
    { key: "day", title: "收到（登记）日期", width: 9, cell: (row) => cases.day("day", row) },
    text("kind", "类别", 8),
    text("act", "应办", 10),
    text("party", "由谁", 7),
    text("due", "期限", cases.isMoving ? 10 : 7),
    { ...text("state", "情况", 13), look: (row) => (cases.columns.by_need[row] ? "late" : "") },
    ...cases.limits.flatMap(({ rule, title }) => [
      { key: `${rule}.status`, title, width: 12, cell: (/** @type {number} */ row) => cases.standing(rule, row), look: (/** @type {number} */ row) => look(cases.statuses[cases.columns[`${rule}.status`][row]]) },
      { key: `${rule}.due`, title: `${title}届满日`, width: cases.columns[`${rule}.moves`] ? 11 : 9, cell: (/** @type {number} */ row) => cases.lastDay(rule, row) },
    ]),
  ];
}

/** The colour of a status; its words say the same. @param {string} status */
function look(status) {
  if (/逾期|已过/.test(status)) return "late";
  return status === "按期" ? "fine" : status === "在期" ? "soon" : "quiet";
}
