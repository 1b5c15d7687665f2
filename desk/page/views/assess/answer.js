// The answer about one case: what matters first, then what is still missing, then the rest.

import { html, nothing } from "lit-html";
import { commandLine } from "../../shell/command.js";

/**
 * @typedef {object} Answer what shown.answer tells
 * @property {string} case_no @property {string} policy @property {string} as_of
 * @property {{basis: string, title: string, text: string} | null} weakest
 * @property {string} outside
 * @property {{rule: string, title: string, status: string, status_title: string, due: string,
 *   provisional: boolean, left: number | null, overdue: number}[]} limits
 * @property {{text: string, overdue: boolean}[]} obligations
 * @property {{severity: string, title: string, text: string}[]} findings
 * @property {{title: string, text: string}[]} awards
 * @property {{title: string, text: string}[]} decided
 * @property {{title: string, rules: string[]}[]} idle
 * @property {{of_policy: boolean, names: Missing[], rules: string[]}[]} missing
 */
/** @typedef {{name: string, title: string, field?: string, step?: string}} Missing */

const LOOKS = /** @type {Record<string, string>} */ ({
  overdue: "late", late: "late", lapsed: "soon", open: "soon", met: "fine",
  violation: "late", warning: "soon", notice: "quiet",
});

/** @typedef {{told: Answer, text: string, words: string[], basis: string}} Given the answer as it is shown, as the command wrote it, its words, and by what it was given */

/**
 * The whole panel: the answer with what can be done with it, or what to do to get one.
 * @param {(Given & {outdated: boolean}) | null} given
 * @param {{fill: (missing: Missing) => void, account: () => void, save: () => void}} acts
 */
export function answerPanel(given, acts) {
  if (!given) {
    return html`<section class="form-answer no-print" aria-label="评估结果">
      <p class="quiet">填好知道的，按“评估”。没有登记的不必填；还缺什么，评估后会列出来。</p>
    </section>`;
  }
  const line = commandLine(["assess", "事项.json", ...given.words, "--format", "json"]);
  return html`<section class="form-answer" aria-label="评估结果">
    <h2 tabindex="-1">${given.told.case_no} 的评估结果</h2>
    ${given.outdated
      ? html`<p class="soon" role="status">事项或者问题改过了，下面还是改动以前的结果：请再按“评估”。</p>`
      : nothing}
    ${answerParts(given.told, acts.fill)}
    <div class="row no-print">
      <button type="button" ?disabled=${given.outdated} @click=${acts.account}>看核算单（时间线、逐日、条款）</button>
      <button type="button" @click=${acts.save}>存结果（JSON）</button>
    </div>
    <details class="no-print"><summary>同样的命令</summary>
      <p>先用“存事项”把事项存为 事项.json，再运行：</p><pre>${line}</pre></details>
  </section>`;
}

/** @param {Answer} answer @param {(missing: Missing) => void} fill leads to where it is filled in */
function answerParts(answer, fill) {
  return html`${head(answer)} ${limits(answer)} ${owed(answer)} ${weakest(answer)} ${findings(answer)}
    ${answer.awards.length ? html`<h3>奖励</h3>${pairs(answer.awards)}` : nothing}
    ${missing(answer, fill)} ${rest(answer)}`;
}

/** @param {Answer} answer */
function head(answer) {
  return html`<p class="quiet">评估日 ${answer.as_of}，适用 ${answer.policy}</p>
    ${answer.outside ? html`<p>${answer.outside}</p>` : nothing}`;
}

/** How firm the answer is. @param {Answer} answer */
function weakest({ weakest: found }) {
  if (!found) return nothing;
  return html`<p>最弱依据：<strong class=${`form-basis form-basis-${found.basis}`}>${found.title}</strong>
    <span class="quiet">${found.text}</span></p>`;
}

/** @param {Answer} answer */
function limits(answer) {
  if (!answer.limits.length) return html`<h3>期限</h3><p class="quiet">没有已经起算的期限。</p>`;
  return html`<h3>期限</h3>
    <div class="form-scroll" role="region" aria-label="各项期限" tabindex="0">
      <table>
        <thead><tr><th>期限</th><th>情况</th><th>届满日</th><th>工作日</th></tr></thead>
        <tbody>${answer.limits.map(
          (one) => html`<tr>
            <th scope="row">${one.title}</th>
            <td class=${LOOKS[one.status] ?? ""}>${one.status_title}</td>
            <td>${one.due}${one.provisional ? html` <span class="quiet">（暂定）</span>` : nothing}</td>
            <td>${days(one)}</td>
          </tr>`,
        )}</tbody>
      </table>
    </div>`;
}

/** @param {Answer["limits"][number]} one */
function days(one) {
  if (one.overdue) return html`<strong class="late">逾期 ${one.overdue} 个</strong>`;
  return one.left === null ? nothing : `还有 ${one.left} 个`;
}

/** @param {Answer} answer */
function owed(answer) {
  if (!answer.obligations.length) return html`<h3>待办</h3><p class="quiet">没有待办。</p>`;
  return html`<h3>待办</h3>
    <ul>${answer.obligations.map((one) => html`<li class=${one.overdue ? "late" : ""}>${one.text}</li>`)}</ul>`;
}

/** @param {Answer} answer */
function findings(answer) {
  if (!answer.findings.length) return nothing;
  return html`<h3>问题</h3>
    <ul>${answer.findings.map(
      (one) => html`<li><strong class=${LOOKS[one.severity] ?? ""}>${one.title}</strong>：${one.text}</li>`,
    )}</ul>`;
}

/** @param {{title: string, text: string}[]} told */
const pairs = (told) => html`<ul>${told.map((one) => html`<li>${one.title}：${one.text}</li>`)}</ul>`;

/** @param {Answer} answer @param {(missing: Missing) => void} fill */
function missing(answer, fill) {
  const asked = answer.missing.filter((one) => !one.of_policy);
  const silent = answer.missing.filter((one) => one.of_policy);
  return html`<h3>还缺什么</h3>
    ${asked.length ? nothing : html`<p class="quiet">登记的内容够用，没有要补的。</p>`}
    <ul class="form-missing">${asked.map(
      (one) => html`<li>${one.names.map((name) => lack(name, fill))}
        <span class="quiet">补上才能确定：${one.rules.join("、")}</span></li>`,
    )}</ul>
    ${silent.length
      ? html`<p class="quiet">办法没有载明，要由有权的机关确认：${silent
          .flatMap((one) => one.names.map((name) => name.title))
          .join("、")}。</p>`
      : nothing}`;
}

/** @param {Missing} name @param {(missing: Missing) => void} fill */
function lack(name, fill) {
  if (!name.field && !name.step) return html`<span>${name.title}</span>`;
  return html`<button type="button" data-missing=${name.name} @click=${() => fill(name)}>补：${name.title}</button>`;
}

/** @param {Answer} answer */
function rest(answer) {
  return html`<details class="form-rest">
    <summary>其他结论（${answer.decided.length} 项）</summary>
    ${pairs(answer.decided)}
    ${answer.idle.map((one) => html`<p class="quiet">${one.title}：${one.rules.join("、")}</p>`)}
  </details>`;
}
