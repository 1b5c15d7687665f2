// 评估

/** @type {import("../../shell/tabs.js").View} */
export const assessView = {
  id: "assess",
  title: "评估",
  mount(root, desk) {
    root.textContent = "评估";
  },
};
