// Step 3: the policy as the tables of its workbook; a row opens to be changed.

import { html, nothing } from "lit-html";
import { faultAt } from "./fields.js";
import { idOf, RowEditor } from "./row.js";
import { columnsOf, plain, titleOf } from "./words.js";

/** @typedef {import("./model.js").Sheet} Sheet */
/** @typedef {import("./model.js").Row} Row */

/** Beside the value, or told within the row that is open. */
const LEFT_OUT = ["path", "parameter", "unit", "misprint", "since"];

/** @param {Row} row */
const isChanged = (row) => Object.values(row.cells).some((cell) => cell.was !== undefined);

/** What is shown of the tables, and which rows are open. */
export class Tables {
  /** @param {import("./model.js").Change} change */
  constructor(change) {
    this.change = change;
    this.shown = "";
    this.search = "";
    this.changedOnly = false;
    /** By sheet and row. @type {Map<string, RowEditor>} */
    this.open = new Map();
  }

  /** Forget what belongs to another edition. */
  reset() {
    this.shown = "";
    this.open.clear();
  }

  /** @param {import("./model.js").Tables} tables */
  view(tables) {
    const sheets = tables.sheets.filter((one) => one.rows.length);
    const first = sheets.find((one) => one.name === "limits") ?? sheets[1] ?? sheets[0];
    const shown = sheets.find((one) => one.name === this.shown) ?? first;
    const searching = this.search.trim() !== "" || this.changedOnly;
    const listed = searching ? sheets : [shown];
    const count = listed.reduce((sum, one) => sum + this.rows(one).length, 0);
    return html`${this.tools()}
      ${searching ? html`<p role="status">找到 ${count} 行。</p>` : this.choice(sheets, shown)}
      ${this.others()}
      ${listed.map((one) => this.sheet(one, tables, searching))}`;
  }

  tools() {
    const { steps } = this.change;
    const last = steps[steps.length - 1];
    return html`<div class="row no-print">
      <label>查找 <input type="search" placeholder="如：一般信访事项" .value=${this.search}
        @input=${(/** @type {any} */ event) => this.set({ search: event.target.value })}></label>
      <label><input type="checkbox" .checked=${this.changedOnly}
        @change=${(/** @type {any} */ event) => this.set({ changedOnly: event.target.checked })}> 只看改动过的</label>
      <button type="button" ?disabled=${!last} @click=${() => this.change.undo()}>
        ${last ? `撤销：${last.what}` : "没有可撤销的"}</button>
    </div>`;
  }

  /** @param {Partial<Tables>} parts */
  set(parts) {
    Object.assign(this, parts);
    this.change.draw();
  }

  /** @param {Sheet[]} sheets @param {Sheet} shown */
  choice(sheets, shown) {
    return html`<div class="change-sheets no-print" role="group" aria-label="哪一张表">${sheets.map((one) => {
      const changed = one.rows.filter(isChanged).length;
      return html`<button type="button" aria-pressed=${one === shown} @click=${() => this.set({ shown: one.name })}>
        ${titleOf(one)}${changed ? html` <strong>改 ${changed}</strong>` : nothing}</button>`;
    })}</div>`;
  }

  /** What is wrong in rows that are not open, such as when a clause is taken away that is cited. */
  others() {
    const left = this.change.faults.filter((one) => one.sheet !== "added" && !this.open.has(`${one.sheet} ${one.row}`));
    return faultAt(left, null);
  }

  /** @param {Sheet} sheet */
  rows(sheet) {
    const wanted = this.search.trim();
    return sheet.rows.filter((row) => {
      if (this.changedOnly && !isChanged(row) && !this.open.has(`${sheet.name} ${row.key}`)) return false;
      return !wanted || Object.values(row.cells).some((cell) => cell.text.includes(wanted));
    });
  }

  /** @param {Sheet} sheet @param {import("./model.js").Tables} tables @param {boolean} titled */
  sheet(sheet, tables, titled) {
    const rows = this.rows(sheet);
    if (!rows.length) return nothing;
    const columns = columnsOf(sheet).filter(({ name }) => !LEFT_OUT.includes(name));
    return html`${titled ? html`<h3>${titleOf(sheet)}</h3>` : nothing}
      <div class="change-scroll" role="region" tabindex="0" aria-label=${`表：${titleOf(sheet)}`}>
        <table class="change-table"><thead><tr>
          <th scope="col" class="no-print">改</th>
          ${columns.map(({ name, title }) => html`<th scope="col" class=${`change-${name}`}>${title}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => this.row(sheet, row, columns, tables))}</tbody></table>
      </div>`;
  }

  /** @param {Sheet} sheet @param {Row} row @param {Sheet["columns"]} columns @param {import("./model.js").Tables} tables */
  row(sheet, row, columns, tables) {
    const place = `${sheet.name} ${row.key}`;
    const editor = this.open.get(place);
    const changed = isChanged(row);
    const toggle = () => this.toggle(sheet, row);
    return html`<tr class=${changed ? "change-changed" : ""}>
        <td class="no-print"><button type="button" id=${`open-${idOf(sheet, row.key)}`} aria-expanded=${Boolean(editor)} @click=${toggle}>改<span
          class="away">${named(row)}</span></button>${changed ? html` <span class="soon">已改</span>` : nothing}</td>
        ${columns.map(({ name }) => html`<td>${told(row, name)}</td>`)}</tr>
      ${editor ? html`<tr class="change-open"><td colspan=${columns.length + 1}>${editor.view(row, tables)}</td></tr>` : nothing}`;
  }

  /** @param {Sheet} sheet @param {Row} row */
  toggle(sheet, row) {
    const place = `${sheet.name} ${row.key}`;
    const close = () => {
      this.open.delete(place);
      this.change.draw();
      document.getElementById(`open-${idOf(sheet, row.key)}`)?.focus();
    };
    if (this.open.has(place)) return close();
    const editor = new RowEditor(this.change, sheet, row.key, named(row), close);
    this.open.set(place, editor);
    this.change.draw();
    editor.focus();
  }
}

/** What a row is about, in a few words. @param {Row} row */
function named(row) {
  const { rule, parameter, place, name, id } = row.cells;
  return [rule, parameter, place, rule ? undefined : name, rule ? undefined : id]
    .flatMap((cell) => (cell?.text ? [cell.text] : []))
    .join("、");
}

/** @param {Row} row @param {string} name */
function told(row, name) {
  const beside = name === "rule" ? row.cells.parameter : name === "value" ? row.cells.unit : undefined;
  const between = name === "rule" ? "、" : " ";
  const text = (/** @type {(cell: import("./model.js").Cell) => string} */ say) =>
    [row.cells[name], beside].flatMap((cell) => (cell && say(cell) ? [plain(say(cell), name)] : [])).join(between);
  const now = text((cell) => cell.text);
  const was = text((cell) => cell.was ?? cell.text);
  return now === was ? now : html`<ins>${now || "（空）"}</ins> <del>${was}</del>`;
}
