// A choice of one.

import { html, nothing } from "lit-html";

/**
 * @param {(string | number)[][]} choices value and text of each @param {string | number} chosen
 * @param {(event: any) => void} onChange @param {string} [label] where no label stands around it
 */
export function select(choices, chosen, onChange, label) {
  return html`<select aria-label=${label ?? nothing} @change=${onChange}>
    ${choices.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
  </select>`;
}
