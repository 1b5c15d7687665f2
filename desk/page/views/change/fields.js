// Labelled inputs, each with what is wrong right below it.

import { html, nothing } from "lit-html";

/**
 * @typedef {object} Field
 * @property {string} id @property {string} label @property {string} value
 * @property {(text: string) => void} onInput
 * @property {import("./model.js").Fault[]} [faults] those of the row
 * @property {string} [column] which of them are this field's
 * @property {string[]} [list] what may be chosen @property {{value: string, text: string}[]} [choices]
 * @property {string} [hint] @property {string} [empty] @property {number} [size] @property {string} [was] @property {boolean} [long]
 */

/** @param {Field} one */
export function field(one) {
  const faults = (one.faults ?? []).filter((fault) => fault.column === one.column);
  const told = faults.length ? `${one.id}-fault` : nothing;
  return html`<div class="change-field">
    <label for=${one.id}>${one.label}</label>
    ${one.choices ? chosen(one, told) : one.long ? long(one, told) : typed(one, told)}
    ${one.was === undefined ? nothing : html`<small class="quiet">原为：${one.was || "空"}</small>`}
    ${faults.length ? html`<p class="late change-fault" id=${told}>${faults.map((fault) => fault.text).join("；")}</p>` : nothing}
  </div>`;
}

/** @param {Field} one @param {any} told */
function typed(one, told) {
  return html`<input id=${one.id} type="text" autocomplete="off" size=${one.size ?? 24} placeholder=${one.hint ?? ""}
    .value=${one.value} aria-invalid=${told === nothing ? "false" : "true"} aria-describedby=${told}
    @input=${(/** @type {any} */ event) => one.onInput(event.target.value)}>`;
}

/** @param {Field} one @param {any} told */
function long(one, told) {
  return html`<textarea id=${one.id} rows="2" .value=${one.value} aria-describedby=${told}
    aria-invalid=${told === nothing ? "false" : "true"}
    @input=${(/** @type {any} */ event) => one.onInput(event.target.value)}></textarea>`;
}

/** @param {Field} one @param {any} told */
function chosen(one, told) {
  const known = one.choices ?? [];
  const all = known.some(({ value }) => value === one.value) ? known : [{ value: one.value, text: one.value || (one.empty ?? "（空）") }, ...known];
  return html`<select id=${one.id} aria-describedby=${told} aria-invalid=${told === nothing ? "false" : "true"}
    @change=${(/** @type {any} */ event) => one.onInput(event.target.value)}>
    ${all.map(({ value, text }) => html`<option value=${value} .selected=${value === one.value}>${text}</option>`)}
  </select>`;
}

/**
 * Faults that no field of their row shows.
 * @param {import("./model.js").Fault[]} faults @param {string[] | null} shown the columns that fields show
 */
export function faultAt(faults, shown) {
  const left = faults.filter((one) => shown === null || !shown.includes(one.column));
  if (!left.length) return nothing;
  return html`<p class="late change-fault" role="alert">${left.map((one) => one.text).join("；")}</p>`;
}
