// 日历: the year on the wall, a deadline, and the notices; one of the three is shown.

import { html, render } from "lit-html";
import { duePart } from "./due.js";
import { noticesPart } from "./notices.js";
import { yearPart } from "./year.js";

/** @type {{id: string, title: string, mount: (root: HTMLElement, desk: import("../../shell/desk.js").Desk) => void}[]} */
const PARTS = [
  { id: "year", title: "年历", mount: yearPart },
  { id: "due", title: "算期限", mount: duePart },
  { id: "notices", title: "放假通知", mount: noticesPart },
];

/** @type {import("../../shell/tabs.js").View} */
export const calendarView = {
  id: "calendar",
  title: "日历",
  mount(root, desk) {
    const nav = document.createElement("nav");
    nav.className = "cal-parts no-print";
    nav.setAttribute("aria-label", "日历的各部分");
    root.append(nav);
    const panels = PARTS.map((part) => {
      const panel = document.createElement("div");
      panel.className = `cal-part cal-part-${part.id}`;
      root.append(panel);
      part.mount(panel, desk);
      return panel;
    });
    const show = (/** @type {number} */ shown) => {
      panels.forEach((panel, at) => (panel.hidden = at !== shown));
      render(
        PARTS.map((part, at) => html`<button type="button" aria-current=${at === shown ? "true" : "false"}
          @click=${() => show(at)}>${part.title}</button>`),
        nav,
      );
    };
    show(0);
  },
};
