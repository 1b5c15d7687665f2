// A table of any length: only the rows in sight are in the page. Arrow keys, Page, Home and End
// move from row to row; Enter opens one.

import { html, nothing, render } from "lit-html";

/**
 * @typedef {object} Column
 * @property {string} key
 * @property {string} title
 * @property {number} width in em
 * @property {(row: number) => string} cell
 * @property {(row: number) => string} [look] a class of the cell
 *
 * @typedef {object} Order by which column the rows stand, and whether the largest comes first
 * @property {string} key
 * @property {boolean} down
 */

const HEIGHT = 34;
const SPARE = 8;
// Browsers know no taller elements than some 17 million pixels.
const TALLEST = 8_000_000;

export class BigTable {
  /**
   * @param {HTMLElement} root
   * @param {{label: string, onOpen: (row: number) => void, onSort: (key: string) => void}} options
   */
  constructor(root, { label, onOpen, onSort }) {
    this.root = root;
    this.label = label;
    this.onOpen = onOpen;
    this.onSort = onSort;
    /** @type {Column[]} */
    this.columns = [];
    /** @type {Order} */
    this.order = { key: "", down: false };
    /** The rows that are shown, in their order. @type {Int32Array} */
    this.rows = new Int32Array(0);
    this.active = 0;
    this.asked = false;
    root.classList.add("big-table");
    root.tabIndex = 0;
    root.setAttribute("role", "region");
    root.setAttribute("aria-label", label);
    root.addEventListener("scroll", () => this.later());
    new ResizeObserver(() => this.later()).observe(root);
  }

  /** @param {{columns: Column[], rows: Int32Array, order: Order}} shown */
  show({ columns, rows, order }) {
    Object.assign(this, { columns, rows, order, active: 0 });
    this.root.scrollTop = 0;
    this.draw();
  }

  /** Draw once before the next picture, however often it is asked for. */
  later() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.draw();
    });
  }

  /** Pixels of all rows; of very many a row has less than its height. */
  get tall() {
    return Math.min(this.rows.length * HEIGHT, TALLEST);
  }

  /** Whether there are so many rows that the scroll bar stands for more than its pixels. */
  get scaled() {
    return this.rows.length * HEIGHT > TALLEST;
  }

  /** The first row in sight below the header, and how many fit. */
  window() {
    const fit = Math.max(Math.floor(this.root.clientHeight / HEIGHT) - 1, 1);
    const most = Math.max(this.rows.length - fit, 0);
    const way = Math.max(this.root.scrollHeight - this.root.clientHeight, 1);
    const at = this.scaled ? (this.root.scrollTop / way) * most : this.root.scrollTop / HEIGHT;
    return { first: Math.min(Math.floor(at), most), fit, most, way };
  }

  draw() {
    const { first, fit } = this.window();
    const start = Math.max(first - SPARE, 0);
    const end = Math.min(first + fit + SPARE, this.rows.length);
    const above = this.scaled ? Math.max(this.root.scrollTop - (first - start) * HEIGHT, 0) : start * HEIGHT;
    const below = Math.max(this.tall - above - (end - start) * HEIGHT, 0);
    if (this.active < start || this.active >= end) this.active = first;
    const wide = this.columns.reduce((sum, one) => sum + one.width, 0);
    render(
      html`<table style=${`width:${wide}em`} aria-rowcount=${this.rows.length + 1} aria-label=${this.label}
          @keydown=${(/** @type {KeyboardEvent} */ event) => this.onKey(event)}>
        <colgroup>${this.columns.map((one) => html`<col style=${`width:${one.width}em`}>`)}</colgroup>
        <thead><tr aria-rowindex="1">${this.columns.map((one) => this.head(one))}</tr></thead>
        <tbody>
          ${gap(above, this.columns.length)}
          ${Array.from({ length: end - start }, (_, index) => this.row(start + index))}
          ${gap(below, this.columns.length)}
        </tbody>
      </table>`,
      this.root,
    );
  }

  /** @param {Column} column */
  head({ key, title }) {
    const { order } = this;
    const sorted = order.key !== key ? "none" : order.down ? "descending" : "ascending";
    const mark = order.key !== key ? "" : order.down ? " ↓" : " ↑";
    return html`<th scope="col" aria-sort=${sorted}><button type="button" @click=${() => this.onSort(key)}
      title=${`按${title}排序`}>${title}${mark}</button></th>`;
  }

  /** @param {number} place */
  row(place) {
    const row = this.rows[place];
    const [name, ...others] = this.columns;
    const open = () => {
      this.active = place;
      this.onOpen(row);
    };
    return html`<tr aria-rowindex=${place + 2} @click=${open}>
      <th scope="row"><button type="button" class="link" data-place=${place} tabindex=${place === this.active ? 0 : -1}
        title=${`看“${name.cell(row)}”的全部理由`}>${name.cell(row)}</button></th>
      ${others.map((one) => html`<td class=${one.look?.(row) ?? nothing} title=${one.cell(row)}>${one.cell(row)}</td>`)}
    </tr>`;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.dataset.place === undefined) return;
    const page = Math.max(Math.floor(this.root.clientHeight / HEIGHT) - 2, 1);
    const from = Number(target.dataset.place);
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + page, PageUp: from - page, Home: 0, End: this.rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.go(Math.min(Math.max(to, 0), this.rows.length - 1));
  }

  /** Put the focus on a row, wherever it is. @param {number} place */
  go(place) {
    this.active = place;
    const { first, fit, most, way } = this.window();
    const wanted = place < first ? place : place > first + fit - 2 ? place - fit + 2 : first;
    if (wanted !== first) this.root.scrollTop = this.scaled ? (wanted / most) * way : wanted * HEIGHT;
    this.draw();
    this.focus();
  }

  /** Put the focus on the row that had it. */
  focus() {
    /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-place="${this.active}"]`))?.focus({ preventScroll: true });
  }
}

/** Empty space that stands for rows out of sight. @param {number} height @param {number} columns */
function gap(height, columns) {
  return html`<tr class="gap" aria-hidden="true"><td colspan=${columns} style=${`height:${height}px`}></td></tr>`;
}
