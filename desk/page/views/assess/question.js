// The question about a case: by which policy and reading, on which day, by which notices.

import { html, nothing } from "lit-html";
import { editionChoice } from "./choices.js";

/**
 * @typedef {object} Question
 * @property {string} policy
 * @property {string} edition a day that picks a version; empty for the one of the case's time
 * @property {string} variant empty for the default reading
 * @property {string} asOf
 * @property {string} knownOn empty for all notices
 */

/**
 * @param {import("../../shell/desk.js").Desk} desk @param {Question} question
 * @param {(whole: boolean) => void} changed whole: another policy or version was chosen
 */
export function questionParts(desk, question, changed) {
  const take = (/** @type {keyof Question} */ name) => (/** @type {any} */ event) => {
    question[name] = event.target.value;
    if (name === "policy") question.edition = question.variant = "";
    changed(name === "policy" || name === "edition");
  };
  const policy = desk.policies.find((one) => one.id === question.policy);
  const readings = Object.entries(policy?.variants ?? {});
  return html`<div class="row form-question no-print">
    <label>办法<br><select id="form-policy" @change=${take("policy")}>
      ${desk.policies.map(
        (one) => html`<option value=${one.id} ?selected=${one.id === question.policy}>${one.title}</option>`,
      )}
    </select></label>
    ${editionChoice(policy, question.edition, take("edition"))}
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
