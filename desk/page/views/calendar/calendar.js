// 日历: the year on the wall, a deadline, and the notices; one of the three is shown.

import { showPages } from "../../shell/pages.js";
import { duePart } from "./due.js";
import { noticesPart } from "./notices.js";
import { yearPart } from "./year.js";

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
    const pages = PARTS.map(({ id, title, mount }) => {
      const panel = document.createElement("div");
      panel.className = `cal-part cal-part-${id}`;
      mount(panel, desk);
      return { id: `calendar-${id}`, title, panel };
    });
    showPages(root, "日历的各部分", pages);
  },
};
