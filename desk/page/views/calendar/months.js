// The year month by month in words: the same as the picture, for those who read or hear it.

import { html } from "lit-html";
import { runs } from "./words.js";

/** @param {import("./year.js").Told} told */
export function monthTable({ asked, months, days }) {
  return html`<div class="cal-scroll" tabindex="0" role="region" aria-label="各月的工作日和放假">
    <table>
      <caption class="away">${asked.year}年各月的工作日、放假、上班</caption>
      <thead><tr><th scope="col">月份</th><th scope="col">工作日</th><th scope="col">放假</th>
        <th scope="col">周末上班</th><th scope="col">确定情况</th></tr></thead>
      <tbody>${months.map((month, at) => html`<tr>
        <th scope="row">${at + 1}月</th><td>${month.worked} 天</td>
        <td>${named(inMonth(days, at).filter((one) => !one.worked))}</td>
        <td>${named(inMonth(days, at).filter((one) => one.worked))}</td>
        <td>${certainty(month)}</td></tr>`)}</tbody>
      <tfoot><tr><th scope="row">全年</th><td>${months.reduce((sum, month) => sum + month.worked, 0)} 天</td>
        <td colspan="3"></td></tr></tfoot>
    </table></div>`;
}

/** @param {any[]} days @param {number} at */
function inMonth(days, at) {
  return days.filter((one) => Number(one.day.slice(5, 7)) === at + 1);
}

/** Days by the holiday that they belong to. @param {any[]} days */
function named(days) {
  const names = [...new Set(days.map((one) => one.name))];
  const parts = names.map((name) => {
    const own = days.filter((one) => one.name === name);
    const expected = own.some((one) => !one.settled) ? "（预计）" : "";
    return `${name} ${runs(own.map((one) => Number(one.day.slice(8))))}${expected}`;
  });
  return parts.join("；") || "无";
}

/** @param {{days: number, unsettled: number}} month */
function certainty({ days, unsettled }) {
  if (!unsettled) return "已确定";
  return unsettled === days ? "暂定" : `其中 ${unsettled} 天暂定`;
}
