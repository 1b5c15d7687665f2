// The tabs: one view is shown, the others keep what they have. Arrow keys move, as in any tab list.

import { html, render } from "lit-html";

/**
 * @typedef {object} View
 * @property {string} id
 * @property {string} title
 * @property {(root: HTMLElement, desk: import("./desk.js").Desk) => void} mount called once
 */

/** @param {View[]} views @param {import("./desk.js").Desk} desk */
export function showTabs(views, desk) {
  const list = /** @type {HTMLElement} */ (document.getElementById("tabs"));
  const main = /** @type {HTMLElement} */ (document.getElementById("views"));
  const panels = views.map((view) => {
    const panel = document.createElement("section");
    panel.id = `view-${view.id}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", `tab-${view.id}`);
    main.append(panel);
    view.mount(panel, desk);
    return panel;
  });
  let shown = 0;
  const show = (/** @type {number} */ index) => {
    shown = (index + views.length) % views.length;
    panels.forEach((panel, at) => (panel.hidden = at !== shown));
    draw();
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    show(shown + step);
    document.getElementById(`tab-${views[shown].id}`)?.focus();
  };
  const draw = () =>
    render(
      views.map(
        (view, index) => html`<button type="button" role="tab" id="tab-${view.id}"
          aria-controls="view-${view.id}" aria-selected=${index === shown} tabindex=${index === shown ? 0 : -1}
          @click=${() => show(index)} @keydown=${onKey}>${view.title}</button>`,
      ),
      list,
    );
  show(0);
}
