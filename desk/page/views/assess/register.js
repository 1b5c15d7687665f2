// 登记表: choose, assess, read the report, find a case.

import { html, nothing, render } from "lit-html";
import { isBeingChanged, place } from "../../engine/places.js";
import { pause } from "../../shell/pause.js";
import { problemText } from "../../shell/reading.js";
import { changeReading, registerDrop } from "../../shell/register.js";
import { openCase } from "./beside.js";
import { CaseList } from "./case-list.js";
import { Cases } from "./cases.js";
import { choicesForm, firstChoices, likelyBody, titleOf, wordsOf } from "./choices.js";
import { reportPage } from "./report.js";
import { savingRow } from "./saving.js";

/**
 * @typedef {import("./choices.js").Choices} Choices
 * @typedef {import("../../shell/register.js").Register} Register
 *
 * @typedef {object} Asked what a report was asked with; it stays as it is when choices change
 * @property {Register} register
 * @property {Choices} choices
 * @property {string} title of the policy
 * @property {string} basis as the desk tells it
 * @property {string[]} words the command, as `assess FILE --policy …`
 */

const FOLDER = place("report");

/** @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk */
export function mountRegister(root, desk) {
  new RegisterPage(root, desk);
}

class RegisterPage {
  /** @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk */
  constructor(root, desk) {
    this.desk = desk;
    this.choices = firstChoices(desk.today);
    /** @type {Register | null} */
    this.register = null;
    /** @type {import("../../shell/reading.js").Problem | null} */
    this.problem = null;
    /** @type {import("./report.js").Report | null} */
    this.report = null;
    /** @type {Asked | null} */
    this.asked = null;
    const [drop, form, report, list] = ["div", "form", "section", "section"].map((name) =>
      root.appendChild(document.createElement(name)),
    );
    drop.classList.add("no-print");
    form.className = "no-print";
    form.setAttribute("aria-label", "按什么评估");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.assess();
    });
    list.className = "no-print";
    this.form = form;
    this.section = report;
    this.list = new CaseList(list, (number, caseNo) => this.open(number, caseNo));
    registerDrop(drop, desk);
    desk.onChange(() => this.onChange());
    this.draw();
  }

  onChange() {
    if (this.register?.path !== this.desk.register?.path) {
      this.choices = { ...this.choices, body: likelyBody(this.desk.register) };
      this.forget();
    }
    // The edition that is being changed may be another one by now.
    const { policies } = this.desk;
    const { policy } = this.choices;
    if (policy && policies.length && !policies.some((one) => one.id === policy)) {
      const newer = policies.find((one) => isBeingChanged(one.id))?.id ?? "";
      this.choices = { ...this.choices, policy: newer, edition: "", variant: "" };
    }
    // Another reading is a new chance.
    if (this.register !== this.desk.register) this.problem = null;
    this.register = this.desk.register;
    this.draw();
  }

  /** What was told of the former register cannot be gone into any more: its file is gone. */
  forget() {
    if (!this.report) return;
    this.report = this.asked = null;
    this.list.clear();
    document.getElementById("beside")?.remove();
    // Python lets go of it too. Where a cancelled work takes this along, all of Python is gone.
    this.desk.engine.ask("registers.forget").catch(() => {});
  }

  /** @param {Partial<Choices>} change */
  set(change) {
    this.choices = { ...this.choices, ...change };
    this.draw();
  }

  async assess() {
    const { desk, choices } = this;
    const register = desk.register;
    const lacks = !register ? "还没有登记表：请先放一个。" : choices.policy ? "" : "请先选一个办法。";
    if (lacks || !register) {
      desk.work.say(lacks);
      return;
    }
    desk.chosen = { policy: choices.policy, asOf: choices.asOf };
    const words = ["assess", register.path, ...register.words, ...wordsOf(choices)];
    const title = titleOf(desk, choices);
    const basis = desk.basis(choices.policy);
    const given = { words: [...words, "--soon", choices.soon], folder: FOLDER, body: choices.body };
    await desk.work.doing("评估登记表", async (onProgress) => {
      const told = await desk.work.question("registers.report", given, onProgress);
      this.problem = told.problem;
      if (told.problem) return;
      const cases = await Cases.read(desk.engine, FOLDER, told.table);
      this.report = told;
      this.asked = { register, choices, title, basis, words };
      await pause();
      this.draw();
      await pause();
      await this.list.show(cases, choices.body !== "");
    });
    this.draw();
    if (this.problem || this.report) this.section.querySelector("h2")?.focus();
  }

  /** @param {number} number which record of the register @param {string} caseNo */
  open(number, caseNo) {
    if (this.asked) openCase(this.desk, this.asked, number, caseNo);
  }

  draw() {
    render(choicesForm(this.desk, this.choices, (change) => this.set(change)), this.form);
    render(html`${this.problem ? this.refusal(this.problem) : nothing} ${this.shown()}`, this.section);
  }

  /** @param {import("../../shell/reading.js").Problem} problem */
  refusal(problem) {
    return html`<h2 tabindex="-1">登记表读不了，还没有评估</h2>
      ${problemText(problem)}
      <div class="row no-print"><button type="button" class="first" @click=${() => changeReading(this.desk, problem)}>设置读法…</button>
      <span class="quiet">或者在原文件中改好，再放一次。登记表还在。</span></div>`;
  }

  shown() {
    const { report, asked, desk } = this;
    if (!report || !asked || this.problem) return nothing;
    const all = () => this.list.showUrgent();
    const open = (/** @type {number} */ number, /** @type {string} */ caseNo) => this.open(number, caseNo);
    return reportPage(report, asked, savingRow(desk, asked), { all, open, stale: this.isStale(asked) });
  }

  /** Whether something else is chosen by now, or holds by now. @param {Asked} asked */
  isStale({ register, choices, basis }) {
    return register !== this.desk.register || choices !== this.choices || basis !== this.desk.basis(choices.policy);
  }
}
