// What a checked notice says: its days as a table, what is wrong, what is unlikely; take it into use.

import { html, nothing } from "lit-html";
import { place, tally } from "./notices.js";
import { hasHead, headOf, saysHead, unread, unreadLines } from "./official.js";
import { runs } from "./words.js";

/** Whoever drops a file of another kind need not read of every line of it. */
const MOST_FAULTS = 20;

/**
 * @param {import("./notices.js").State} state @param {import("./draft.js").Acts} acts
 * @param {number} turn how often the notices in use became others
 */
export function checkedPart(state, acts, turn) {
  const { faults, notice, said, shipped, ...checked } = /** @type {import("./adopting.js").Checked} */ (state.checked);
  if (checked.turn !== turn) return outdated(acts);
  if (!notice) return refused(faults, state.draft, acts);
  return html`<section id="cal-checked" class="cal-checked" aria-live="polite">
    <h3>${notice.year}年${notice.amends ? "调整" : ""}通知 ${notice.number || notice.title}</h3>
    <p>${place(notice)}；${tally(notice)}。</p>
    ${holidayTable(notice)}
    ${notice.warnings?.length && !shipped ? html`<div class="cal-open"><p><strong>有疑点，请对照通知原文：</strong></p>
      <ul>${notice.warnings.map((one) => html`<li>${one}</li>`)}</ul></div>` : nothing}
    ${notice.stands ? html`<p class="cal-open">已经采用了同一年的另一份：采用这一份，就取代它。</p>` : nothing}
    ${shipped ? html`<p class="cal-settled">${said.replace("，未写入", "")}。</p>` : html`<p>请对着原文看一遍上表，再采用。采用以后，评估、文书等各页都按它计算。</p>
      <div class="row"><button type="button" class="first" @click=${acts.adopt}>${
        notice.warnings?.length ? "已对照原文，采用" : "采用"}</button></div>`}
  </section>`;
}

/** What a check says rests on the notices in use: with others it is to be made again. @param {import("./draft.js").Acts} acts */
function outdated(acts) {
  return html`<section id="cal-checked" class="cal-checked" role="status">
    <p class="cal-open">核对以后，正在采用的通知有了改动：请再核对一次。</p>
    <p><button type="button" @click=${acts.check}>再核对</button></p></section>`;
}

/** @param {string[]} faults @param {import("./notices.js").Draft} draft @param {import("./draft.js").Acts} acts */
function refused(faults, draft, acts) {
  const lines = unreadLines(faults);
  // Pasted as it was published: one click makes of it what can be checked.
  const adds = !hasHead(draft.text) && saysHead(draft.text);
  const leave = () => {
    acts.put((adds ? headOf(draft.text, "") : "") + unread(draft.text, lines));
    acts.check();
  };
  return html`<section id="cal-checked" class="cal-refused" role="alert">
    <h3>不能采用：有 ${faults.length} 处要改</h3>
    ${lines.length ? html`<p><button type="button" class="first" @click=${leave}>其中 ${lines.length} 行不是节日：在行首加 #，${adds ? "填入开头三行，" : ""}再核对</button></p>` : nothing}
    <ul>${faults.slice(0, MOST_FAULTS).map((fault) => html`<li>${fault}</li>`)}</ul>
    ${faults.length > MOST_FAULTS ? html`<p>另有 ${faults.length - MOST_FAULTS} 处，改好上面的再核对。</p>` : nothing}</section>`;
}

/** @param {import("./notices.js").Notice} notice */
function holidayTable(notice) {
  const names = [...new Set(notice.days.map((one) => one.name))];
  return html`<div class="cal-scroll" tabindex="0" role="region" aria-label="通知中的日子"><table>
    <caption class="away">通知中的日子</caption>
    <thead><tr><th scope="col">节日</th><th scope="col">放假</th><th scope="col">天数</th><th scope="col">周末上班</th></tr></thead>
    <tbody>${names.map((name) => {
      const own = notice.days.filter((one) => one.name === name);
      const off = own.filter((one) => !one.worked);
      return html`<tr><th scope="row">${name || "未写名称"}</th><td>${spans(off, notice.year)}</td><td>${off.length} 天</td>
        <td>${spans(own.filter((one) => one.worked), notice.year)}</td></tr>`;
    })}</tbody></table></div>`;
}

/** Days by month. @param {{day: string}[]} days @param {number} year */
function spans(days, year) {
  const months = [...new Set(days.map((one) => one.day.slice(0, 7)))];
  const parts = months.map((month) => {
    const dates = days.filter((one) => one.day.startsWith(month)).map((one) => Number(one.day.slice(8)));
    const other = month.startsWith(String(year)) ? "" : `${month.slice(0, 4)}年`;
    return `${other}${Number(month.slice(5))}月${runs(dates)}`;
  });
  return parts.join("、") || "无";
}
