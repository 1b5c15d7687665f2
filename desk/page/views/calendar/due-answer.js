// A deadline's answer: the day in large type, how certain, day by day, its picture.

import { html, nothing } from "lit-html";
import { commandLine } from "../../shell/command.js";
import { save } from "../../shell/files.js";
import { drawing } from "../../shell/drawing.js";
import { dayWords, weekday } from "./words.js";

/** More days than this are no help on a page, and slow; the files have them all. */
const MOST_DAYS = 200;

/**
 * @typedef {object} Answer
 * @property {string[]} words the command @property {any} told its JSON
 * @property {string} basis what the counting rests on
 * @property {string} picture @property {string} table in Markdown; both empty for hours
 */

/** @param {import("../../shell/desk.js").Desk} desk @param {string[]} words @returns {Promise<Answer>} */
export async function askDue(desk, words) {
  const form = (/** @type {string[]} */ ...further) => desk.work.command([...words, ...further]);
  const clock = ["hour", "minute"].includes(words[4]);
  const told = JSON.parse((await form(...(clock ? [] : ["--explain"]), "--format", "json")).out);
  const basis = (await form()).out.trim().split("\n").slice(1).join("\n");
  const picture = clock ? "" : (await form("--format", "svg")).out;
  const table = clock ? "" : (await form("--format", "markdown")).out;
  return { words, told, basis, picture, table };
}

/** @param {import("../../shell/desk.js").Desk} desk @param {Answer} answer */
export function answer(desk, { words, told, basis, picture, table }) {
  const days = told.day_table ?? [];
  const name = `期限-${words[1].slice(0, 10)}-${words[2]}${words[4]}`;
  return html`<section class="cal-answer">
    <h2 class="away">届满日</h2>
    <p class="cal-due">${told.due ? due(told.due) : "届满日无法确定"} ${badge(told)}</p>
    <p>${told.text}</p>
    ${told.certainty === "provisional" ? html`<p class="cal-open">对外告知时，写最早的一天 ${dayWords(told.earliest)} 最稳妥；通知公布以后再算一次。</p>` : nothing}
    <p class="quiet">${basis}</p>
    ${picture ? html`<div class="row no-print">
      <button type="button" @click=${() => save(`${name}.svg`, picture, "image/svg+xml")}>存图（.svg）</button>
      <button type="button" @click=${() => save(`${name}.md`, table, "text/markdown")}>存逐日表（文本 .md）</button>
      <button type="button" @click=${() => window.print()}>打印</button></div>` : nothing}
    ${days.length > MOST_DAYS ? html`<p>共 ${days.length} 天，这里列出最后 ${MOST_DAYS} 天；全部日子和图请存为文件。</p>` : nothing}
    <div class="cal-pair">
      ${picture && days.length <= MOST_DAYS ? html`<div class="cal-picture" tabindex="0" role="region" aria-label="期限的月历图">${drawing(picture, "due")}</div>` : nothing}
      ${days.length ? dayByDay(days.slice(-MOST_DAYS)) : nothing}
    </div>
    <details class="no-print"><summary>用命令行算同一个期限</summary><pre>${commandLine(words)}</pre>
      <p class="quiet">工作台里另行采用的通知，命令行上也要先导入：xinfang calendar import 通知.toml。</p></details>
  </section>`;
}

/** @param {string} day or a moment */
function due(day) {
  const time = day.length > 10 ? ` ${day.slice(11, 16)}` : "";
  return html`<strong>${dayWords(day)}</strong> ${weekday(day.slice(0, 10))}${time}`;
}

/** @param {any} told */
function badge({ due, certainty, earliest, latest }) {
  if (!due) return nothing;
  if (certainty === "settled") return html`<span class="cal-badge cal-sure">已确定</span>`;
  return html`<span class="cal-badge cal-unsure">暂定：${dayWords(earliest)} 至 ${dayWords(latest)} 之间</span>`;
}

/** @param {any[]} days */
function dayByDay(days) {
  return html`<div class="cal-scroll" tabindex="0" role="region" aria-label="逐日说明">
    <table class="cal-days"><caption class="away">逐日说明</caption>
      <thead><tr><th scope="col">日期</th><th scope="col">星期</th><th scope="col">计否和理由</th></tr></thead>
      <tbody>${days.map((one) => {
        // The sentence begins with the date and the weekday, which have columns of their own.
        const [, week, ...said] = one.text.split(" ");
        return html`<tr class=${one.counted ? "cal-counted" : ""}><td>${one.day}</td><td>${week}</td><td>${said.join(" ")}</td></tr>`;
      })}</tbody></table></div>`;
}
