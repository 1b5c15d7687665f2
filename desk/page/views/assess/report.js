// The chief's report: the counts, the most urgent cases, what is missing, what is unconfirmed.

import { html, nothing } from "lit-html";

/**
 * @typedef {object} Report what `registers.report` tells
 * @property {string} title
 * @property {string[]} headings
 * @property {string[][][]} blocks
 * @property {string} awards
 * @property {{title: string, headings: string[], cases: number,
 *   rows: {number: number, case_no: string, cells: string[]}[]}} urgent
 * @property {string[]} missing
 * @property {string[]} unconfirmed
 * @property {number} set_aside rows that could not be read
 * @property {string} notes
 */

const FEW = 5;
const NAMES = 3;

/**
 * @param {Report} report @param {import("./register.js").Asked} asked
 * @param {unknown} saving the row of buttons
 * @param {{all: () => void, open: (number: number, caseNo: string) => void, stale: boolean}} does
 */
export function reportPage(report, asked, saving, { all, open, stale }) {
  const { urgent } = report;
  return html`<h2 tabindex="-1">${report.title.replace(/，[^，]+，(?=截至)/, () => `，${asked.title}，`)}</h2>
    ${stale ? html`<p class="quiet no-print">此后有改动（选择、放假通知或者办法），下面还是原来的结果：重新评估才会更新。</p>` : nothing}
    ${report.set_aside ? html`<p class="problem">另有 ${report.set_aside} 行读不了，没有评估。</p>` : nothing}
    ${report.notes ? html`<details class="no-print"><summary>读登记表时的说明</summary><p class="problem">${report.notes}</p></details>` : nothing}
    <h3>${urgent.title}</h3>
    ${urgent.cases ? urgentTable(urgent, open) : nothing}
    ${urgent.cases > urgent.rows.length
      ? html`<p class="no-print"><button type="button" @click=${all}>看全部 ${urgent.cases} 件</button></p>`
      : nothing}
    <h3>各项期限</h3>
    ${counts(report)}
    ${report.awards ? html`<p>${report.awards}</p>` : nothing}
    ${lines("登记表缺什么", deadlinesFirst(report.missing), "没有缺项。")} ${lines("待确认的", report.unconfirmed, "没有。")}
    <p class="quiet">${basis(asked)}</p>
    ${saving}`;
}

/** @param {Report["urgent"]} urgent @param {(number: number, caseNo: string) => void} open */
function urgentTable({ headings, rows }, open) {
  return html`<div class="wide" tabindex="0" role="region" aria-label="最急的件"><table class="urgent">
    <thead><tr>${headings.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr><th scope="row"><button type="button" class="link"
          @click=${() => open(row.number, row.case_no)}>${row.case_no}</button></th>
        ${row.cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
    )}</tbody></table></div>`;
}

/** @param {Report} report */
function counts({ headings, blocks }) {
  const rows = blocks.flat();
  if (!rows.length) return html`<p>没有哪一项期限起算过。</p>`;
  return html`<div class="wide" tabindex="0" role="region" aria-label="各项期限的件数"><table class="counts">
    <thead><tr>${headings.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
    ${blocks.map((block) => html`<tbody>${block.map((row) => html`<tr>
      ${row.map((cell, at) => html`<td class=${at < NAMES ? "" : cell === "0" ? "number quiet" : "number"}>${cell}</td>`)}</tr>`)}</tbody>`)}
  </table></div>`;
}

/** What keeps a deadline from being counted is asked for first. @param {string[]} told */
function deadlinesFirst(told) {
  const counts = (/** @type {string} */ one) => one.includes("期限");
  return [...told.filter(counts), ...told.filter((one) => !counts(one))];
}

/** The first lines, the others on demand. @param {string} title @param {string[]} told @param {string} nothingTold */
function lines(title, told, nothingTold) {
  const items = (/** @type {string[]} */ some) => html`<ul>${some.map((one) => html`<li>${one}</li>`)}</ul>`;
  const more = told.slice(FEW);
  return html`<h3>${title}</h3>
    ${told.length ? items(told.slice(0, FEW)) : html`<p>${nothingTold}</p>`}
    ${more.length ? html`<details><summary>另有 ${more.length} 条</summary>${items(more)}</details>` : nothing}`;
}

/** By what it was assessed, for the printed page. @param {import("./register.js").Asked} asked */
function basis({ register, choices }) {
  const known = choices.knownOn ? `；只用 ${choices.knownOn} 以前公布的放假安排` : "";
  const assumed = choices.assumed ? "" : "；不采用推定值";
  return `登记表：${register.name}；${choices.soon} 个工作日内届满的算急${known}${assumed}。`;
}
