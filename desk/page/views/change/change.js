// 改规则: from a notice to a packet that is signed, in five steps.

import { html, render } from "lit-html";
import { Change } from "./model.js";
import { Clauses } from "./clauses.js";
import { Effects } from "./effects.js";
import { Saving } from "./saving.js";
import { Start } from "./start.js";
import { Tables } from "./tables.js";

const STEPS = ["新版本", "通知的条款", "改取值", "看影响", "保存"];

/** @type {import("../../shell/tabs.js").View} */
export const changeView = {
  id: "change",
  title: "改规则",
  mount(root, desk) {
    const draw = () => render(page(), root);
    const change = new Change(desk, draw);
    const clauses = new Clauses(change);
    const tables = new Tables(change);
    const effects = new Effects(change);
    const saving = new Saving(change, effects);
    const start = new Start(change, () => {
      tables.reset();
      clauses.clear();
      effects.packet = null;
      saving.shown = null;
      draw();
      document.getElementById("clause-text")?.focus();
    });
    change.onAccepted = () => void effects.follow();
    const later = (/** @type {(given: import("./model.js").Tables) => unknown} */ view) =>
      change.tables ? view(change.tables) : html`<p class="quiet">先建新版本，或者放一个以前保存的版本。</p>`;
    const views = [
      () => start.view(),
      () => later((given) => clauses.view(given)),
      () => later((given) => tables.view(given)),
      () => later((given) => effects.view(given)),
      () => later(() => saving.view()),
    ];
    const page = () => html`<div class="change">
      ${head(change)}
      ${STEPS.map((title, at) => html`<section id=${`change-step-${at + 1}`} aria-labelledby=${`change-head-${at + 1}`}>
        <h2 id=${`change-head-${at + 1}`}><span class="change-number">${at + 1}</span> ${title}</h2>${views[at]()}</section>`)}
    </div>`;
    desk.onChange(draw);
    draw();
  },
};

/** What is being changed, and the way to each step. @param {Change} change */
function head(change) {
  const { tables, opened, edits } = change;
  const count = Object.values(edits.cells).reduce((sum, rows) => sum + Object.keys(rows).length, 0);
  const told = tables && opened
    ? html`<strong>${tables.title}</strong>：${tables.effective || "未署日期"} 起施行的版本，登记条款 ${edits.added.length} 条，改 ${count} 行${change.unsaved ? "，还没有保存" : ""}`
    : "通知来了，要改一条规则：从这里建一个新版本，原来的不动。";
  const go = (/** @type {number} */ at) => () => {
    const heading = document.getElementById(`change-head-${at + 1}`);
    heading?.scrollIntoView({ block: "start" });
    const first = heading?.parentElement?.querySelector("input, select, button");
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  };
  return html`<div class="change-head"><p>${told}</p><nav class="no-print" aria-label="步骤">${STEPS.map(
    (title, at) => html`<button type="button" @click=${go(at)}>${at + 1} ${title}</button>`)}</nav></div>`;
}
