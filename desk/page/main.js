// The start: unpack the parts, make the desk, show the views; Python starts meanwhile.

import { unpackedParts } from "./engine/parts.js";
import { Desk } from "./shell/desk.js";
import { showTabs } from "./shell/tabs.js";
import { keepNothing } from "./shell/unkept.js";
import { aboutView } from "./views/about/about.js";
import { assessView } from "./views/assess/assess.js";
import { calendarView } from "./views/calendar/calendar.js";
import { changeView } from "./views/change/change.js";
import { documentsView } from "./views/documents/documents.js";

async function start() {
  const desk = new Desk(await unpackedParts(), /** @type {HTMLElement} */ (document.getElementById("work")));
  // A file that misses its target must not take the page's place.
  for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
  window.addEventListener("beforeunload", (event) => {
    if (!desk.losing.size && !desk.work.running) return;
    event.preventDefault();
    // Kernels before 119 ask only so.
    event.returnValue = true;
  });
  keepNothing();
  showTabs([assessView, changeView, calendarView, documentsView, aboutView], desk);
  // Nothing can be done without it: who cancels the start only begins it anew.
  for (let tries = 0; tries < 3 && !desk.policies.length; tries++) await begin(desk);
}

/** @param {Desk} desk */
function begin(desk) {
  return desk.work.doing("正在启动", async () => {
    desk.policies = JSON.parse((await desk.work.command(["policy", "list", "--format", "json"])).out);
    desk.changed();
    // For those who drive the page: from here on it answers.
    document.documentElement.dataset.ready = "";
  });
}

if (!("xinfangTooOld" in window)) {
  start().catch(() => {
    const told = document.createElement("p");
    told.className = "refusal";
    told.textContent = "工作台打不开，多半是文件没有复制完整：请重新复制一份，再打开。没有数据丢失。";
    document.getElementById("views")?.replaceChildren(told);
  });
}
