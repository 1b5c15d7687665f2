// Checking a notice, taking it into use for the whole desk, and taking it away again.

import { Refused } from "../../engine/engine.js";
import { NOTICES, place } from "../../engine/places.js";

const DRAFTS = place("draft-notice");
/** The one taken into use last: the draft may be written over since. */
const NEWEST = place("newest-notice");
/** The notices as they were before the newest one: what it moves is held against them. */
export const BEFORE = place("notices-before");

/**
 * @typedef {object} Checked
 * @property {string[]} faults why it cannot be taken; empty where it can
 * @property {string} said what the command said @property {boolean} shipped nothing to take: it is there already
 * @property {import("./notices.js").Notice | undefined} notice
 * @property {number} turn how often the notices in use had become others
 */

/** What closing would lose, of a notice in use. @param {string} path */
export const losingOf = (path) => `放假通知 ${path}`;

/** @param {import("./notices.js").Draft} draft */
function pathOf(draft) {
  const name = draft.name.replaceAll("/", "_") || "通知.txt";
  return `${DRAFTS}/${name}`;
}

/**
 * @param {import("../../shell/desk.js").Desk} desk @param {import("./notices.js").State} state
 * @returns {Promise<Checked | undefined>}
 */
export function checkDraft(desk, state) {
  const path = pathOf(state.draft);
  const turn = desk.turns.notices;
  return desk.work.doing("正在核对通知", async () => {
    await desk.engine.remove(DRAFTS);
    await desk.engine.write(path, state.draft.data);
    // What is unlikely is no fault here: it is told beside the table, before one takes it.
    const words = ["calendar", "import", path, "--check", "--replace", "--despite-warnings"];
    const ran = await desk.engine.run(words);
    if (state.newest?.apart === false) state.newest = undefined;
    if (ran.code > 1) return { faults: faults(ran.err, path), said: "", shipped: false, notice: undefined, turn };
    const notice = await desk.work.question("calendars.notice", { path });
    const shipped = ran.out.includes("不必导入");
    if (!shipped) state.newest = { path, region: notice.region, apart: false };
    return { faults: [], said: ran.out.trim(), shipped, notice, turn };
  });
}

/** The faults in words, without the engine's paths. @param {string} told @param {string} path */
function faults(told, path) {
  const name = path.split("/").pop() ?? "";
  return told.trim().split("\n").map((line) => {
    const own = line.replaceAll(path, name);
    const rest = own.startsWith(`${name}:`) ? own.slice(name.length + 1) : own;
    return rest.trim().replace(/^(\d+):(\d+): /, "第 $1 行第 $2 字：");
  });
}

/** @param {import("../../shell/desk.js").Desk} desk @param {import("./notices.js").State} state */
export async function adopt(desk, state) {
  const path = pathOf(state.draft);
  const done = await desk.work.doing("正在采用通知", async () => {
    await copyBefore(desk);
    await desk.engine.write(path.replace(DRAFTS, NEWEST), state.draft.data);
    await desk.work.command(["calendar", "import", path, "--replace", "--despite-warnings"]);
    // Last of all: whoever cancels before this has the notices as they were.
    await desk.engine.keep(NOTICES);
    return true;
  });
  if (!done) return;
  // What was typed here is nowhere else.
  desk.losing.add(losingOf(state.checked?.notice?.path ?? path));
  state.newest = { path: path.replace(DRAFTS, NEWEST), region: state.checked?.notice?.region ?? "", apart: true };
  state.checked = undefined;
  desk.turned("notices");
}

/** @param {import("../../shell/desk.js").Desk} desk */
async function copyBefore(desk) {
  await desk.engine.remove(BEFORE);
  // A folder that is named must be there, even with no notice in it.
  await desk.engine.write(`${BEFORE}/none.txt`, new Blob([""]));
  for (const path of await desk.engine.keep(NOTICES)) {
    const data = new Blob([/** @type {any} */ (await desk.engine.read(path))]);
    await desk.engine.write(path.replace(NOTICES, BEFORE), data);
  }
}

/**
 * @param {import("../../shell/desk.js").Desk} desk @param {import("./notices.js").Notice} notice
 * @param {import("./notices.js").State} state
 */
export async function takeAway(desk, notice, state) {
  const done = await desk.work.doing("正在撤下通知", async () => {
    const kept = await desk.engine.read(notice.path);
    try {
      await desk.engine.remove(notice.path);
      const left = await desk.engine.run(["calendar", "list"]);
      if (left.code > 1) throw new Refused(`别的通知要接着这一份，请先撤下它们。${left.err.trim()}`);
    } catch (error) {
      // Cancelled too, it stays in use.
      await desk.engine.write(notice.path, new Blob([/** @type {any} */ (kept)]));
      throw error;
    }
    return true;
  });
  if (!done) return;
  desk.losing.delete(losingOf(notice.path));
  state.newest = undefined;
  desk.turned("notices");
}
