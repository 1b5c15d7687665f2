// 改规则

/** @type {import("../../shell/tabs.js").View} */
export const changeView = {
  id: "change",
  title: "改规则",
  mount(root, desk) {
    root.textContent = "改规则";
  },
};
