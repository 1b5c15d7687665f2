// What happened to the case: a row a step, with its day, its hour where that counts, and its details.

import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { fieldInput, withChosen } from "./inputs.js";

/**
 * @typedef {object} Happened
 * @property {Record<string, string>[]} events
 * @property {import("./record.js").Step[]} steps those that the policy can use
 * @property {Map<string, import("./record.js").Step>} known these and all others
 * @property {(place: string) => string[]} faultsAt what is wrong at a place such as events/0/at
 * @property {() => void} changed
 */

const DAY = { name: "day", title: "日期", kind: /** @type {const} */ ("date") };
const TIME = { name: "time", title: "时刻（可不填）", kind: /** @type {const} */ ("text") };

/** @param {Happened} happened @param {(kind: string) => void} add @param {(index: number) => void} remove */
export function historyRows(happened, add, remove) {
  const rows = repeat(happened.events, (event) => event, (event, index) => row(happened, event, index, remove));
  return html`<fieldset class="form-history">
    <legend>经过</legend>
    <ol>${rows}</ol>
    <button type="button" id="form-add-step" @click=${() => add("")}>再加一步</button>
  </fieldset>`;
}

/** @param {Happened} happened @param {Record<string, string>} event @param {number} index @param {(index: number) => void} remove */
function row(happened, event, index, remove) {
  const step = happened.known.get(event.kind);
  const take = (/** @type {string} */ name) => (/** @type {string} */ value) => {
    event[name] = value;
    happened.changed();
  };
  const at = (/** @type {string} */ name, /** @type {string} */ place) => ({
    id: eventId(index, name),
    value: event[name],
    take: take(name),
    faults: place ? happened.faultsAt(`events/${index}/${place}`) : [],
  });
  const timed = step?.timed || event.time;
  return html`<li>
    <div class="form-event" role="group" aria-label=${`第 ${index + 1} 步 ${step?.title ?? ""}`}>
      ${kindChoice(happened, event, index, take("kind"))} ${fieldInput(DAY, at("day", "at"))}
      ${timed ? fieldInput(TIME, at("time", "")) : nothing}
      ${(step?.details ?? []).map((field) => fieldInput(field, at(field.name, field.name)))}
      <button type="button" aria-label=${`去掉第 ${index + 1} 步 ${step?.title ?? ""}`} @click=${() => remove(index)}>去掉</button>
    </div>
  </li>`;
}

/** @param {number} index @param {string} name */
export const eventId = (index, name) => `form-event-${index}-${name}`;

/** @param {Happened} happened @param {Record<string, string>} event @param {number} index @param {(value: string) => void} take */
function kindChoice(happened, event, index, take) {
  const used = happened.steps.some((one) => one.value === event.kind);
  const other = used ? undefined : happened.known.get(event.kind);
  const shown = withChosen(other ? [...happened.steps, other] : happened.steps, event.kind);
  const faults = happened.faultsAt(`events/${index}/kind`);
  const id = eventId(index, "kind");
  return html`<div class="form-field">
    <label for=${id}>环节</label>
    <select id=${id} aria-invalid=${faults.length ? "true" : "false"}
      @change=${(/** @type {any} */ change) => take(change.target.value)}>
      <option value="" ?selected=${event.kind === ""}>请选择</option>
      ${shown.map((one) => html`<option value=${one.value} ?selected=${one.value === event.kind}>${one.title}</option>`)}
    </select>
    ${faults.length ? html`<p class="late form-fault">${faults.join("；")}</p>` : nothing}
  </div>`;
}
