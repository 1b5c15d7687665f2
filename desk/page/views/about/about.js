// 关于

/** @type {import("../../shell/tabs.js").View} */
export const aboutView = {
  id: "about",
  title: "关于",
  mount(root, desk) {
    root.textContent = "关于";
  },
};
