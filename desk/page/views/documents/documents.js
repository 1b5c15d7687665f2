// 文书

/** @type {import("../../shell/tabs.js").View} */
export const documentsView = {
  id: "documents",
  title: "文书",
  mount(root, desk) {
    root.textContent = "文书";
  },
};
