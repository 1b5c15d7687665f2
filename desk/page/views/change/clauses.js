// Step 2: the clauses of the notice, each once, so that values can cite them.

import { html, nothing } from "lit-html";
import { field, faultAt } from "./fields.js";

/** The clause that is being typed in. */
export class Clauses {
  /** @param {import("./model.js").Change} change */
  constructor(change) {
    this.change = change;
    /** @type {import("./model.js").Typed} */
    this.typed = {};
    /** The id of the clause that is being written anew; empty for a new one. */
    this.instead = "";
  }

  /** @param {import("./model.js").Tables} tables */
  view(tables) {
    const added = this.change.edits.added;
    return html`
      <p class="quiet">通知里改规则的条款，一条登记一次：取值要引用它。转述用自己的话，不必抄原文。</p>
      ${added.length ? this.listed(added) : nothing}
      ${this.form({ ...tables.next, text: "", ...this.typed })}`;
  }

  /** @param {import("./model.js").Typed[]} added */
  listed(added) {
    return html`<ul class="change-clauses">${added.map(
      (one) => html`<li><strong>${one.id}</strong> ${one.locator}：${one.text}
        <button type="button" @click=${() => this.rewrite(one)}>改<span class="away">条款 ${one.id}</span></button>
        <button type="button" @click=${() => this.change.removeClause(one.id)}>删<span class="away">去条款 ${one.id}</span></button>
        ${this.instead === one.id ? nothing : faultAt(this.change.faultsOf("added", one.id), null)}</li>`,
    )}</ul>`;
  }

  /** @param {import("./model.js").Typed} one */
  form(one) {
    const faults = this.change.faultsOf("added", one.id);
    const type = (/** @type {string} */ name) => (/** @type {string} */ text) => { this.typed[name] = text; };
    return html`<form class="row change-clause" @submit=${(/** @type {Event} */ event) => this.submit(event, one)}>
      ${field({ id: "clause-id", label: "编号", value: one.id, size: 6, onInput: type("id"), faults, column: "id" })}
      ${field({ id: "clause-locator", label: "位置", value: one.locator, size: 12, onInput: type("locator"), faults, column: "locator" })}
      ${field({ id: "clause-text", label: "转述", value: one.text, size: 44, onInput: type("text"), faults, column: "text",
        hint: "如：一般信访事项10个工作日内回复" })}
      <button class="first">${this.instead ? "改好了" : "登记这一条"}</button>
      ${this.instead ? html`<button type="button" @click=${() => this.clear()}>不改了</button>` : nothing}
    </form>${faultAt(faults, ["id", "locator", "text"])}`;
  }

  /** @param {Event} event @param {import("./model.js").Typed} shown */
  async submit(event, shown) {
    event.preventDefault();
    const clause = { id: shown.id, locator: shown.locator, text: shown.text, ...this.typed };
    if (await this.change.addClause(clause, this.instead)) {
      this.clear();
      document.getElementById("clause-text")?.focus();
    }
  }

  /** @param {import("./model.js").Typed} one */
  rewrite(one) {
    this.typed = { ...one };
    this.instead = one.id;
    this.change.draw();
    document.getElementById("clause-text")?.focus();
  }

  clear() {
    this.typed = {};
    this.instead = "";
    this.change.draw();
  }
}
