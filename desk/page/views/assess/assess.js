// 评估: a whole register, or one case that is typed in.

import { html, render } from "lit-html";
import { mountForm } from "./form.js";
import { mountRegister } from "./register.js";

const PAGES = [
  { id: "register", title: "登记表", mount: mountRegister },
  { id: "case", title: "一件", mount: mountForm },
];

/** @type {import("../../shell/tabs.js").View} */
export const assessView = {
  id: "assess",
  title: "评估",
  mount(root, desk) {
    const list = document.createElement("div");
    list.className = "pages no-print";
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", "评估什么");
    root.append(list);
    const panels = PAGES.map((page) => {
      const panel = document.createElement("div");
      panel.id = `assess-${page.id}`;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", `assess-tab-${page.id}`);
      root.append(panel);
      page.mount(panel, desk);
      return panel;
    });
    const show = (/** @type {number} */ shown) => {
      panels.forEach((panel, at) => (panel.hidden = at !== shown));
      render(PAGES.map((page, at) => tab(page, at === shown, () => show(at), () => turn(shown))), list);
    };
    const turn = (/** @type {number} */ shown) => {
      const next = (shown + 1) % PAGES.length;
      show(next);
      document.getElementById(`assess-tab-${PAGES[next].id}`)?.focus();
    };
    show(0);
  },
};

/** @param {{id: string, title: string}} page @param {boolean} shown @param {() => void} onShow @param {() => void} onTurn */
function tab({ id, title }, shown, onShow, onTurn) {
  // There are two: either arrow leads to the other one.
  const onKey = (/** @type {KeyboardEvent} */ event) => /^Arrow(Left|Right)$/.test(event.key) && onTurn();
  return html`<button type="button" role="tab" id=${`assess-tab-${id}`} aria-controls=${`assess-${id}`}
    aria-selected=${shown} tabindex=${shown ? 0 : -1} @click=${onShow} @keydown=${onKey}>${title}</button>`;
}
