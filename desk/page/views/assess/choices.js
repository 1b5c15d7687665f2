// What is asked of a register: by which policy, on which day, how it is read.

import { html, nothing } from "lit-html";
import { select } from "../../shell/select.js";

/**
 * @typedef {object} Choices
 * @property {string} policy the id of a policy; empty: none is chosen yet
 * @property {string} edition a day that picks one of its versions; empty: each case by the one of its time
 * @property {string} variant
 * @property {string} asOf
 * @property {string} knownOn empty: all notices
 * @property {boolean} assumed whether assumed values are used
 * @property {string} soon working days
 * @property {string} body the column of the handling body; empty: none
 */

/** @param {string} today @returns {Choices} */
export function firstChoices(today) {
  return { policy: "", edition: "", variant: "", asOf: today, knownOn: "", assumed: true, soon: "5", body: "" };
}

/** Options of the command, as typed; without --soon, which only some formats have. @param {Choices} choices */
export function wordsOf(choices) {
  const { variant, asOf, knownOn, assumed } = choices;
  return [
    ...["--policy", policyOf(choices), "--as-of", asOf],
    ...(variant ? ["--variant", variant] : []),
    ...(knownOn ? ["--known-on", knownOn] : []),
    ...(assumed ? [] : ["--no-assumed"]),
  ];
}

/** What --policy takes. @param {{policy: string, edition: string}} choices */
export function policyOf({ policy, edition }) {
  return edition ? `${policy}@${edition}` : policy;
}

/** What was chosen, by its name. @param {import("../../shell/desk.js").Desk} desk @param {Choices} choices */
export function titleOf(desk, { policy, edition }) {
  const found = desk.policies.find((one) => one.id === policy);
  const version = found && edition && versionsOf(found).find(([value]) => value === edition);
  return found ? found.title + (version ? `，${version[1]}的版本` : "") : policy;
}

/**
 * The versions of a policy, newest first, each by a day that picks it and as it is read.
 * @param {import("../../shell/desk.js").Policy} policy @returns {[string, string][]}
 */
function versionsOf({ editions }) {
  return editions.map(({ effective }, at) => {
    if (effective) return [effective, effective];
    // One without a day has been in force from the beginning, until the next one.
    const next = editions[at - 1]?.effective ?? "";
    return [next && dayBefore(next), next && `${next} 以前`];
  });
}

/** @param {string} day YYYY-MM-DD */
function dayBefore(day) {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/**
 * The choice of a version, where there are several.
 * @param {import("../../shell/desk.js").Policy | undefined} policy @param {string} edition
 * @param {(event: any) => void} onChange
 */
export function editionChoice(policy, edition, onChange) {
  if (!policy || policy.editions.length < 2) return nothing;
  return html`<label>版本<br>${select([["", "按日期适用的"], ...versionsOf(policy)], edition, onChange)}</label>`;
}

const BODIES = /^(主办|承办|责任|办理)(单位|部门)$|^(handling_)?(body|unit|department)$/i;

/** The column that is likely the handling body. @param {import("../../shell/register.js").Register | null} register */
export function likelyBody(register) {
  return register?.seen.columns.find((one) => BODIES.test(one.name))?.name ?? "";
}

/**
 * @param {import("../../shell/desk.js").Desk} desk @param {Choices} choices
 * @param {(change: Partial<Choices>) => void} set
 */
export function choicesForm(desk, choices, set) {
  const policy = desk.policies.find((one) => one.id === choices.policy);
  const given = (/** @type {keyof Choices} */ name) => (/** @type {any} */ event) => set({ [name]: event.target.value });
  const policies = desk.policies.map((one) => [one.id, one.title]);
  return html`<div class="row">
      <label>办法<br>${select([["", "请选择…"], ...policies], choices.policy, (event) =>
        set({ policy: event.target.value, edition: "", variant: "" }))}</label>
      ${editionChoice(policy, choices.edition, given("edition"))}
      ${policy && Object.keys(policy.variants).length
        ? html`<label>理解<br>${select([["", "默认"], ...Object.entries(policy.variants)], choices.variant, given("variant"))}</label>`
        : nothing}
      <label>评估日<br><input type="date" required max="2999-12-31" .value=${choices.asOf} @change=${given("asOf")} /></label>
      <button class="first" type="submit">评估</button>
    </div>
    <details class="more"><summary>更多</summary>
    <div class="row">
      <label>只用该日以前公布的放假安排<br><input type="date" max="2999-12-31" .value=${choices.knownOn} @change=${given("knownOn")} /></label>
      <label>几个工作日内届满的算急<br><input type="number" min="0" max="100" required .value=${choices.soon} @change=${given("soon")} /></label>
      <label>承办单位在哪一列<br>${select([["", "没有"], ...unread(desk.register)], choices.body, given("body"))}</label>
    </div>
    <p><label><input type="checkbox" .checked=${!choices.assumed}
      @change=${(/** @type {any} */ event) => set({ assumed: !event.target.checked })} /> 不采用推定值（依赖推定的结论为无法确定）</label></p>
    </details>`;
}

/** The columns that feed no field. @param {import("../../shell/register.js").Register | null} register */
function unread(register) {
  const columns = register?.seen.columns ?? [];
  return columns.filter((one) => !one.fields.length).map((one) => [one.name, one.name]);
}
