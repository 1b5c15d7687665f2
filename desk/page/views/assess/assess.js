// 评估

import { mountForm } from "./form.js";

/** @type {import("../../shell/tabs.js").View} */
export const assessView = {
  id: "assess",
  title: "评估",
  mount(root, desk) {
    mountForm(root, desk);
  },
};
