// One field of the form: its label, its input by its kind, what it is asked for, what is wrong.

import { html, nothing } from "lit-html";

/**
 * @typedef {object} Asked where a field stands and what is typed in it
 * @property {string} id of the input
 * @property {string | string[] | undefined} value
 * @property {(value: any) => void} take what was typed
 * @property {string[]} [faults] what the library says is wrong
 */

/** @param {import("./record.js").Field} field @param {Asked} asked */
export function fieldInput(field, asked) {
  if (field.kind === "choices") return manyChoices(field, asked);
  return html`<div class="form-field">
    <label for=${asked.id}>${field.title}${field.needed ? html`<span class="quiet">（必填）</span>` : nothing}</label>
    ${oneInput(field, asked)} ${below(field, asked)}
  </div>`;
}

/** @param {import("./record.js").Field} field @param {Asked} asked */
function oneInput(field, asked) {
  const { id, value = "", faults = [] } = asked;
  const described = [field.hint ? `${id}-hint` : "", faults.length ? `${id}-fault` : ""].join(" ").trim();
  const wrong = faults.length ? "true" : "false";
  const onInput = (/** @type {any} */ event) => asked.take(event.target.value);
  if (field.kind === "choice" || field.kind === "truth") {
    return html`<select id=${id} aria-describedby=${described || nothing} aria-invalid=${wrong} @change=${onInput}>
      <option value="" ?selected=${value === ""}>未登记</option>
      ${withChosen(optionsOf(field), value).map(
        (one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.title}</option>`,
      )}
    </select>`;
  }
  const type = field.kind === "date" ? "date" : "text";
  const mode = { number: "numeric", amount: "decimal" }[/** @type {string} */ (field.kind)] ?? nothing;
  // With a last day, the year has four digits, and typing goes on to the month by itself.
  return html`<input id=${id} type=${type} inputmode=${mode} autocomplete="off" .value=${value}
    max=${field.kind === "date" ? "9999-12-31" : nothing}
    aria-describedby=${described || nothing} aria-invalid=${wrong} @input=${onInput} />`;
}

/** @param {import("./record.js").Field} field */
function optionsOf(field) {
  if (field.kind !== "truth") return field.options ?? [];
  return [{ value: "yes", title: "是" }, { value: "no", title: "否" }];
}

/**
 * What the chosen policy does not know was chosen under another one: it is shown, not hidden.
 * @param {{value: string, title: string}[]} known @param {unknown} value
 */
export function withChosen(known, value) {
  if (typeof value !== "string" || value === "" || known.some((one) => one.value === value)) return known;
  return [...known, { value, title: `${value}（所选办法没有）` }];
}

/** @param {import("./record.js").Field} field @param {Asked} asked */
function manyChoices(field, asked) {
  const chosen = Array.isArray(asked.value) ? asked.value : [];
  const toggle = (/** @type {string} */ value) => (/** @type {any} */ event) =>
    asked.take(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value));
  return html`<fieldset class="form-field form-many">
    <legend>${field.title}</legend>
    ${(field.options ?? []).map(
      (one, index) => html`<label><input type="checkbox" id=${index ? `${asked.id}-${index}` : asked.id}
        .checked=${chosen.includes(one.value)} @change=${toggle(one.value)} /> ${one.title}</label>`,
    )}
    ${below(field, asked)}
  </fieldset>`;
}

/** @param {import("./record.js").Field} field @param {Asked} asked */
function below(field, asked) {
  const faults = asked.faults ?? [];
  return html`${faults.length
    ? html`<p class="late form-fault" id=${`${asked.id}-fault`}>${faults.join("；")}</p>`
    : nothing}
  ${field.hint ? html`<p class="quiet form-hint" id=${`${asked.id}-hint`}>${field.hint}</p>` : nothing}`;
}
