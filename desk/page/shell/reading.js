// How a register is read (读法): its sheet, its header, which column is what. All of it ends as
// options of the command line. Names of columns are shown, values never.

import { html, nothing, render } from "lit-html";
import { select } from "./select.js";
import { inWords } from "./whereabouts.js";
import { saidOf } from "./work.js";

/**
 * @typedef {{codes: string[], text: string, more: number}} Problem why it cannot be read
 * @typedef {{name: string, fields: string[], ignored: boolean}} Column
 * @typedef {object} Seen what a register looks like
 * @property {string[]} sheets
 * @property {Column[]} columns
 * @property {{name: string, title: string}[]} fields that there are
 * @property {Problem | null} problem
 *
 * @typedef {object} Reading what is said about a file
 * @property {string} sheet
 * @property {string} header row of the header; empty: found by itself
 * @property {string} dates
 * @property {string} rows what becomes of rows that cannot be read
 * @property {string} at where a JSON document has its records
 * @property {boolean} totals
 * @property {boolean} known
 * @property {{field: string, column: string}[]} columns
 * @property {string[]} ignored
 */

const MENDED = /^(columns|header|json\.no_list|workbook\.(which_sheet|no_sheet|empty_sheet|header_twice)|moment\.|value\.|row\.footer|record\.|options)/;

/** Whether another way of reading may help. @param {Problem} problem */
export function canBeMended(problem) {
  return problem.codes.some((code) => MENDED.test(code));
}

/** @param {Reading} reading @returns {string[]} */
export function wordsOf(reading) {
  const { sheet, header, dates, rows, at, totals, known, columns, ignored } = reading;
  return [
    ...option("--sheet", sheet),
    ...option("--header-row", header),
    ...columns.flatMap(({ field, column }) => option("--column", `${field}=${column}`)),
    ...ignored.flatMap((column) => option("--ignore-column", column)),
    ...(known ? ["--only-known-columns"] : []),
    ...option("--date-format", dates),
    ...option("--records-at", at),
    ...(totals ? ["--leave-out-totals"] : []),
    ...option("--on-error", rows),
  ];
}

/** @param {string} name @param {string} value */
function option(name, value) {
  if (!value) return [];
  // What begins like an option would be taken for one.
  return value.startsWith("-") ? [`${name}=${value}`] : [name, value];
}

/** @param {string[]} words @returns {Reading} */
function readingOf(words) {
  const found = (/** @type {string} */ name) =>
    words.flatMap((word, at) => {
      if (word.startsWith(`${name}=`)) return [word.slice(name.length + 1)];
      return word === name ? [words[at + 1]] : [];
    });
  const one = (/** @type {string} */ name) => found(name)[0] ?? "";
  return {
    sheet: one("--sheet"),
    header: one("--header-row"),
    dates: one("--date-format"),
    rows: one("--on-error"),
    at: one("--records-at"),
    totals: words.includes("--leave-out-totals"),
    known: words.includes("--only-known-columns"),
    columns: found("--column").map((pair) => {
      const cut = pair.indexOf("=");
      return { field: pair.slice(0, cut), column: pair.slice(cut + 1) };
    }),
    ignored: found("--ignore-column"),
  };
}

/**
 * Ask how a register is to be read.
 * @param {import("./desk.js").Desk} desk @param {import("./register.js").Register} register
 * @returns {Promise<import("./register.js").Register | null>} read so; null where nothing was changed
 */
export function askReading(desk, register) {
  return new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    dialog.className = "reading";
    dialog.setAttribute("aria-labelledby", "reading-title");
    document.body.append(dialog);
    const asking = new Asking(desk, register, dialog);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(asking.read);
    });
    asking.draw();
    dialog.showModal();
  });
}

class Asking {
  /** @param {import("./desk.js").Desk} desk @param {import("./register.js").Register} register @param {HTMLDialogElement} dialog */
  constructor(desk, register, dialog) {
    this.desk = desk;
    this.register = register;
    this.dialog = dialog;
    this.reading = readingOf(register.words);
    this.seen = register.seen;
    this.busy = false;
    /** @type {import("./register.js").Register | null} */
    this.read = null;
  }

  /** @param {Partial<Reading>} change */
  set(change) {
    this.reading = { ...this.reading, ...change };
    this.draw();
  }

  /** Look at the file with what is asked now; only what can be read so is taken. @param {boolean} take */
  async look(take) {
    const words = wordsOf(this.reading);
    this.busy = true;
    this.draw();
    try {
      const seen = await this.desk.work.question("columns.look", { path: this.register.path, words });
      this.seen = { ...seen, columns: seen.columns.length ? seen.columns : this.seen.columns };
    } catch (error) {
      const text = saidOf(error);
      this.seen = { ...this.seen, problem: { codes: [], text, more: 0 } };
    }
    this.busy = false;
    if (take && !this.seen.problem) {
      this.read = { ...this.register, words, seen: this.seen };
      this.dialog.close();
      return;
    }
    this.draw();
    this.dialog.scrollTop = 0;
  }

  draw() {
    const { seen, busy } = this;
    const onSubmit = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.look(true);
    };
    render(
      html`<form @submit=${onSubmit}>
        <h2 id="reading-title">登记表的读法：${this.register.name}</h2>
        ${seen.problem ? problemText(seen.problem) : nothing}
        ${this.ways()} ${this.columns()}
        <div class="row"><button class="first" ?disabled=${busy}>${busy ? "正在核对…" : "照此读"}</button>
        <button type="button" @click=${() => this.dialog.close()}>取消</button></div>
      </form>`,
      this.dialog,
    );
  }

  ways() {
    const { reading, seen } = this;
    const given = (/** @type {string} */ name) => (/** @type {any} */ event) => this.set({ [name]: event.target.value });
    const json = /\.json$/i.test(this.register.name);
    const sheet = (/** @type {any} */ event) => {
      this.set({ sheet: event.target.value, columns: [], ignored: [] });
      this.look(false);
    };
    return html`<div class="row">
      ${seen.sheets.length > 1
        ? html`<label>工作表<br>${select(["", ...seen.sheets].map((name) => [name, name || "有内容的那一张"]), reading.sheet, sheet)}</label>`
        : nothing}
      ${json
        ? html`<label>记录在哪个键下<br><input .value=${reading.at} placeholder="如 data.records" @change=${given("at")} /></label>`
        : html`<label>列名在第几行<br><input type="number" min="1" size="6" .value=${reading.header} placeholder="自动"
            @change=${given("header")} /></label>`}
      <label>日期的写法<br>${select(DATES, reading.dates, given("dates"))}</label>
      <label>有的行读不了时<br>${select(ROWS, reading.rows, given("rows"))}</label>
    </div>
    <p><label><input type="checkbox" .checked=${reading.totals}
      @change=${(/** @type {any} */ event) => this.set({ totals: event.target.checked })} /> 略去合计、填表人、注等不是信访件的行</label>
    <label><input type="checkbox" .checked=${reading.known}
      @change=${(/** @type {any} */ event) => this.set({ known: event.target.checked })} /> 名字只是相近的列，一概不读</label></p>`;
  }

  columns() {
    if (!this.seen.columns.length) return nothing;
    return html`<h3>哪一列是什么</h3>
      <div class="wide" tabindex="0" role="region" aria-label="各列的用处"><table>
        <thead><tr><th>列名</th><th>读作</th><th>另行指明</th><th>不读</th></tr></thead>
        <tbody>${this.seen.columns.map((column) => this.column(column))}</tbody>
      </table></div>`;
  }

  /** @param {Column} column */
  column({ name, fields }) {
    const { reading, seen } = this;
    const title = (/** @type {string} */ field) => seen.fields.find((one) => one.name === field)?.title ?? field;
    const own = reading.columns.filter((one) => one.column === name);
    const ignored = reading.ignored.includes(name);
    const itself = fields.filter((field) => !own.some((one) => one.field === field));
    const add = (/** @type {any} */ event) => {
      const field = event.target.value;
      event.target.value = "";
      const others = reading.columns.filter((one) => one.field !== field);
      this.set({ columns: [...others, { field, column: name }] });
    };
    const drop = (/** @type {{field: string}} */ gone) =>
      this.set({ columns: reading.columns.filter((one) => one.field !== gone.field) });
    const ignore = (/** @type {any} */ event) => {
      const others = reading.ignored.filter((one) => one !== name);
      const columns = reading.columns.filter((one) => one.column !== name);
      this.set(event.target.checked ? { ignored: [...others, name], columns } : { ignored: others });
    };
    return html`<tr><th scope="row">${name}</th>
      <td>${ignored ? "不读" : itself.map(title).join("、") || (own.length ? "" : html`<span class="quiet">不用</span>`)}</td>
      <td>${own.map((one) => html`<button type="button" class="chip" aria-label=${`不再把“${name}”读作${title(one.field)}`}
        @click=${() => drop(one)}>${title(one.field)} ×</button> `)}
        ${ignored ? nothing : select([["", own.length ? "再加一项…" : "选一项…"], ...seen.fields.map((one) => [one.name, one.title])], "", add, `“${name}”另读作`)}</td>
      <td><input type="checkbox" aria-label=${`不读“${name}”`} .checked=${ignored} @change=${ignore} /></td></tr>`;
  }
}

const DATES = [["", "年在最前（默认）"], ["dmy", "日-月-年"], ["mdy", "月-日-年"]];
const ROWS = [["", "全部不评估（默认）"], ["skip", "略去这些行"], ["mark", "略去，在 JSON 中写明"]];

/** The first lines of a refusal, and how many more there are. @param {Problem} problem */
export function problemText({ text, more }) {
  return html`<p class="problem" role="alert">${inWords(text).replace(/；请指明哪一列是什么，如 --column.*/, "；请在下面指明哪一列是什么")}${more > 0 ? `\n另有 ${more} 处。` : ""}</p>`;
}
