// The pages within a view: one is shown, the others keep what they have; arrow keys move.

import { html, render } from "lit-html";

/** @typedef {{id: string, title: string, panel: HTMLElement}} Page several may share a panel */

/**
 * A tab list over the panels, put where `root` has its end; the panels come after it.
 * @param {HTMLElement} root @param {string} label what is chosen here @param {Page[]} pages
 * @param {(id: string) => void} [onShow] called when another one was chosen
 */
export function showPages(root, label, pages, onShow) {
  const list = document.createElement("div");
  list.className = "pages no-print";
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", label);
  root.append(list);
  for (const { id, panel } of pages) {
    panel.id ||= `page-${id}`;
    panel.setAttribute("role", "tabpanel");
    if (!panel.parentElement) root.append(panel);
  }
  const show = (/** @type {number} */ shown) => {
    const now = pages[shown];
    for (const { panel } of pages) panel.hidden = panel !== now.panel;
    now.panel.setAttribute("aria-labelledby", `tab-of-${now.id}`);
    render(pages.map((page, at) => tab(page, at === shown, () => choose(at), (step) => turn(shown + step))), list);
  };
  const choose = (/** @type {number} */ at) => {
    show(at);
    onShow?.(pages[at].id);
  };
  const turn = (/** @type {number} */ at) => {
    const next = (at + pages.length) % pages.length;
    choose(next);
    document.getElementById(`tab-of-${pages[next].id}`)?.focus();
  };
  show(0);
}

/** @param {Page} page @param {boolean} shown @param {() => void} onShow @param {(step: number) => void} onTurn */
function tab({ id, title, panel }, shown, onShow, onTurn) {
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) onTurn(step);
  };
  return html`<button type="button" role="tab" id=${`tab-of-${id}`} aria-controls=${panel.id}
    aria-selected=${shown} tabindex=${shown ? 0 : -1} @click=${onShow} @keydown=${onKey}>${title}</button>`;
}
