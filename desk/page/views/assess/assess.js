// 评估: a whole register, or one case that is typed in.

import { showPages } from "../../shell/pages.js";
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
    const pages = PAGES.map(({ id, title, mount }) => {
      const panel = document.createElement("div");
      panel.id = `assess-${id}`;
      mount(panel, desk);
      return { id: `assess-${id}`, title, panel };
    });
    showPages(root, "评估什么", pages);
  },
};
