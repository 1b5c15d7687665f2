// The notices (放假通知): those taken into use, and a new one pasted or dropped, checked, taken.

import { html, nothing, render } from "lit-html";
import { droppable, save } from "../../shell/files.js";
import { adopt, checkDraft, losingOf, takeAway } from "./adopting.js";
import { checkedPart } from "./checked.js";
import { draftForm, readFile } from "./draft.js";
import { keptFresh, lastAsked } from "../../shell/fresh.js";
import { movedPart } from "./moved.js";
import { isToml } from "./official.js";
import { dayWords } from "./words.js";

/**
 * @typedef {object} Notice what a notice says
 * @property {string} path where it is kept once it is taken into use
 * @property {number} year @property {string} number @property {string} title @property {string} issued
 * @property {string} scope @property {string} region @property {boolean} amends
 * @property {{day: string, worked: boolean, in_lieu: boolean, name: string}[]} days
 * @property {string[]} [warnings] @property {boolean} [stands] whether another one stands in its place
 *
 * @typedef {object} Draft what was pasted or dropped
 * @property {string} name @property {Blob} data @property {string} text
 *
 * @typedef {object} State
 * @property {Notice[]} used @property {string} settled
 * @property {Draft} draft
 * @property {import("./adopting.js").Checked | undefined} checked
 * @property {{path: string, region: string, apart: boolean} | undefined} newest the notice of which is asked
 *   what it moves; apart: it is in use already
 */

/** @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk */
export function noticesPart(root, desk) {
  /** @type {State} */
  const state = { used: [], settled: "", draft: { name: "", data: new Blob(), text: "" }, checked: undefined, newest: undefined };
  const [used, entry, moved] = ["used", "entry", "moved"].map((name) => {
    const section = document.createElement("section");
    section.className = `cal-${name}-part`;
    return section;
  });
  root.append(used, entry, moved);
  const drawMoved = movedPart(moved, desk, state);
  const draw = () => {
    render(usedList(desk, state, acts.remove), used);
    render(html`${draftForm(desk, state, acts)} ${state.checked ? checkedPart(state, acts, desk.turns.notices) : nothing}`, entry);
    drawMoved();
  };
  const acts = actsOf(desk, state, draw, root);
  droppable(entry, acts.take);
  const latest = lastAsked(desk);
  keptFresh(root, desk, async () => {
    const found = await latest(() => Promise.all([
      desk.work.question("calendars.in_use"), desk.work.question("about.calendar_end"),
    ]));
    if (found) Object.assign(state, { used: found[0], settled: found[1] });
    draw();
  });
  draw();
}

/**
 * What the buttons do.
 * @param {import("../../shell/desk.js").Desk} desk @param {State} state
 * @param {() => void} draw @param {HTMLElement} root
 */
function actsOf(desk, state, draw, root) {
  const show = (/** @type {string} */ selector) => root.querySelector(selector)?.scrollIntoView({ block: "nearest" });
  const acts = {
    put: (/** @type {string} */ text) => {
      state.draft = { name: isToml(text) ? "通知.toml" : "通知.txt", text, data: new Blob([text]) };
      state.checked = undefined;
      draw();
    },
    take: async (/** @type {File[]} */ files) => {
      const found = await readFile(files);
      if (typeof found === "string") return desk.work.say(found);
      // What was checked before is not taken into use in its place.
      Object.assign(state, { draft: found, checked: undefined });
      draw();
      await acts.check();
    },
    check: async () => {
      const { draft } = state;
      const checked = await checkDraft(desk, state);
      // Of what was written over meanwhile nothing is told, and nothing is taken.
      if (state.draft === draft) state.checked = checked;
      draw();
      show("#cal-checked");
    },
    adopt: async () => {
      await adopt(desk, state);
      draw();
      // What was just taken into use stands above the text.
      if (!state.checked) show(".cal-used-part");
    },
    remove: async (/** @type {Notice} */ notice) => {
      await takeAway(desk, notice, state);
      draw();
    },
  };
  return acts;
}

/** @param {import("../../shell/desk.js").Desk} desk @param {State} state @param {(notice: Notice) => void} remove */
function usedList(desk, { used, settled }, remove) {
  const end = settled ? html`日历确定至 <strong>${dayWords(settled)}</strong>。` : nothing;
  return html`<h2>正在采用的通知</h2>
    ${used.length ? nothing : html`<p>只用随附的全国通知，没有另行采用的。${end}</p>`}
    ${used.map((one) => html`<div class="cal-used">
      <p><strong>${one.year}年${one.amends ? "调整" : ""}通知</strong> ${one.number || one.title} <span class="quiet">${place(one)}</span><br>
        ${tally(one)}</p>
      <p class="row"><button type="button" @click=${() => saveNotice(desk, one)}>存为文件（.toml），给别人用</button>
        <button type="button" @click=${() => remove(one)}>不再采用</button></p></div>`)}
    ${used.length ? html`<p>${end}各页都按这些通知计算。通知只在本页打开时有效：关闭以前请存为文件，下次把文件放进来。</p>` : nothing}`;
}

/** Where a notice holds, and since when it is known. @param {Notice} notice */
export function place({ scope, region, issued }) {
  const where = region ? `${scope} ${region}` : scope;
  return issued ? `${where}，${dayWords(issued)}印发` : where;
}

/** @param {Notice} notice */
export function tally(notice) {
  const off = notice.days.filter((one) => !one.worked).length;
  return `放假 ${off} 天，上班 ${notice.days.length - off} 天`;
}

/** @param {import("../../shell/desk.js").Desk} desk @param {Notice} notice */
async function saveNotice(desk, notice) {
  const name = notice.path.split("/").pop() ?? "notice.toml";
  await desk.work.doing("正在存为文件", async () => {
    save(name, /** @type {any} */ (await desk.engine.read(notice.path)), "application/toml");
    desk.losing.delete(losingOf(notice.path));
  });
}
