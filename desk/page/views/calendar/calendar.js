// 日历

/** @type {import("../../shell/tabs.js").View} */
export const calendarView = {
  id: "calendar",
  title: "日历",
  mount(root, desk) {
    root.textContent = "日历";
  },
};
