// One row that is open: its cells as inputs. What is typed stays until it is taken or given up.

import { html, nothing } from "lit-html";
import { faultAt, field } from "./fields.js";

/** @typedef {import("./model.js").Row} Row */
/** @typedef {import("./model.js").Tables} Tables */

const STATED = "原文载明";
/** What a new value needs anew: the old words do not speak of it. */
const OF_VALUE = ["value", "unit"];
const HINTS = /** @type {Record<string, string>} */ ({ phrase: "通知原文中带这个数的几个字" });
const LONG = ["note", "text", "encoded_by", "set_aside"];

/** A row as part of the ids of elements. @param {import("./model.js").Sheet} sheet @param {string} key */
export const idOf = (sheet, key) => `${sheet.name}-${key.replace(/[^A-Za-z0-9_]+/g, "-")}`;

export class RowEditor {
  /**
   * @param {import("./model.js").Change} change @param {import("./model.js").Sheet} sheet
   * @param {string} key @param {string} title @param {() => void} close
   */
  constructor(change, sheet, key, title, close) {
    this.change = change;
    this.sheet = sheet;
    this.key = key;
    this.title = title;
    this.close = close;
    /** @type {import("./model.js").Typed} */
    this.typed = {};
    this.id = `row-${idOf(sheet, key)}`;
  }

  /** @param {Row} row @param {Tables} tables */
  view(row, tables) {
    const open = this.sheet.columns.filter(({ name }) => row.cells[name]?.list !== undefined);
    const faults = this.change.faultsOf(this.sheet.name, this.key);
    const names = open.map(({ name }) => name);
    const changed = Object.values(row.cells).some((cell) => cell.was !== undefined);
    return html`<form class="change-row" aria-label=${`改：${this.title}`}
        @submit=${(/** @type {Event} */ event) => this.submit(event)}>
      <div class="change-fields">${open.map((column) => this.field(column, row, tables, faults))}</div>
      ${faultAt(faults, names)}
      <div class="row"><button class="first">采用</button>
        <button type="button" @click=${this.close}>不改了</button>
        ${changed ? html`<button type="button" @click=${() => this.restore()}>恢复原样</button>` : nothing}</div>
    </form>`;
  }

  /** @param {{name: string, title: string}} column @param {Row} row @param {Tables} tables @param {import("./model.js").Fault[]} faults */
  field({ name, title }, row, tables, faults) {
    const cell = row.cells[name];
    return field({
      id: `${this.id}-${name}`,
      label: title,
      value: this.typed[name] ?? cell.text,
      was: cell.was,
      faults,
      column: name,
      hint: HINTS[name],
      size: name === "value" ? 12 : 30,
      long: LONG.includes(name),
      choices: choices(name, cell, tables),
      onInput: (text) => this.input(name, text, row, tables),
    });
  }

  /** @param {string} name @param {string} text @param {Row} row @param {Tables} tables */
  input(name, text, row, tables) {
    this.typed[name] = text;
    if (OF_VALUE.includes(name) && row.cells.clause?.list !== undefined) this.cite(row, tables);
    this.change.draw();
  }

  /**
   * Another value rests on the notice: offer its clause, and leave the words of the old one out.
   * @param {Row} row @param {Tables} tables
   */
  cite(row, tables) {
    const cited = tables.clauses.find((one) => one.id === row.cells.clause.text);
    if (cited?.new || this.typed.clause !== undefined) return;
    const offered = tables.clauses.filter((one) => one.new);
    const clause = offered.find((one) => !one.used) ?? offered[offered.length - 1];
    if (!clause) return;
    const anew = { clause: clause.id, phrase: "", misprint: "", basis: STATED, note: "" };
    for (const [name, value] of Object.entries(anew)) {
      if (row.cells[name]?.list !== undefined) this.typed[name] ??= value;
    }
  }

  /** @param {Event} event */
  async submit(event) {
    event.preventDefault();
    if (await this.change.change(this.sheet.name, this.key, this.typed, this.title)) return this.close();
    const wrong = document.querySelector(`[id^="${this.id}-"][aria-invalid="true"]`);
    if (wrong instanceof HTMLElement) wrong.focus();
  }

  async restore() {
    if (await this.change.restore(this.sheet.name, this.key, `恢复 ${this.title}`)) this.close();
  }

  focus() {
    const first = document.querySelector(`[id^="${this.id}-"]`);
    if (first instanceof HTMLElement) first.focus();
    if (first instanceof HTMLInputElement) first.select();
  }
}

/** @param {string} name @param {import("./model.js").Cell} cell @param {Tables} tables */
function choices(name, cell, tables) {
  if (name === "clause") {
    return tables.clauses.map((one) => ({
      value: one.id,
      text: `${one.id}　${one.locator}${one.new ? "（本次通知）" : ""}`,
    }));
  }
  if (cell.list === undefined || cell.list < 0) return undefined;
  return tables.lists[cell.list].map((word) => ({ value: word, text: word }));
}
