// The question about a case: by which policy and reading, on which day, by which notices.

import { html, nothing } from "lit-html";

/**
 * @typedef {object} Question
 * @property {string} policy
 * @property {string} variant empty for the default reading
 * @property {string} asOf
 * @property {string} knownOn empty for all notices
 */

/**
 * @param {import("../../shell/desk.js").Desk} desk @param {Question} question
 * @param {(whole: boolean) => void} changed whole: another policy was chosen
 */
export function questionParts(desk, question, changed) {
  const take = (/** @type {keyof Question} */ name) => (/** @type {any} */ event) => {
    question[name] = event.target.value;
    if (name === "policy") question.variant = "";
    changed(name === "policy");
  };
  const readings = Object.entries(desk.policies.find((one) => one.id === question.policy)?.variants ?? {});
  return html`<div class="row form-question no-print">
    <label>办法<br><select id="form-policy" @change=${take("policy")}>
      ${desk.policies.map(
        (one) => html`<option value=${one.id} ?selected=${one.id === question.policy}>${one.title}</option>`,
      )}
    </select></label>
    ${readings.length
      ? html`<label>理解<br><select id="form-variant" @change=${take("variant")}>
            <option value="" ?selected=${question.variant === ""}>默认</option>
            ${readings.map(
              ([name, title]) => html`<option value=${name} ?selected=${name === question.variant}>${title}</option>`,
            )}
          </select></label>`
      : nothing}
    <label>评估日<br><input id="form-as-of" type="date" max="9999-12-31" .value=${question.asOf} @change=${take("asOf")} /></label>
  </div>
  <details class="more no-print"><summary>更多</summary>
    <label>只用该日以前公布的放假安排<br>
      <input id="form-known-on" type="date" max="9999-12-31" .value=${question.knownOn} @change=${take("knownOn")} /></label>
  </details>`;
}
