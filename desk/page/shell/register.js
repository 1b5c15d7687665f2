// The register in hand (登记表): one for the whole desk; every view that needs one asks here.

import { html, nothing, render } from "lit-html";
import { place } from "../engine/places.js";
import { droppable } from "./files.js";
import { askReading, canBeMended } from "./reading.js";

/**
 * @typedef {object} Register
 * @property {string} name the file's name, as the user knows it
 * @property {string} path where the engine has it
 * @property {number} size in bytes
 * @property {string[]} words options of reading, as on the command line: --column …, --sheet …
 * @property {import("./reading.js").Seen} seen its sheets and columns, read with these options
 */

const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 100 * MEGABYTE;
const FOLDER = place("register");
/** Names of what is no register, whatever is in it; old workbooks are told by what they are. */
const FOREIGN = /\.(docx?|wps|pdf|ofd|pptx?|zip|rar|7z|png|jpe?g|gif|bmp|html?|exe)$/i;

let taken = 0;

/**
 * Where a register is dropped or chosen; shows what is in hand.
 * @param {HTMLElement} root @param {import("./desk.js").Desk} desk
 */
export function registerDrop(root, desk) {
  const take = (/** @type {File[]} */ files) => takeRegister(desk, files);
  const onChange = (/** @type {any} */ event) => {
    const files = [...event.target.files];
    // The same file may be chosen again once it was mended.
    event.target.value = "";
    take(files);
  };
  const draw = () => {
    root.classList.toggle("held", desk.register !== null);
    render(
      html`${desk.register ? inHand(desk, desk.register) : nothing}
        <p>${desk.register ? "换一个：" : ""}把登记表（.xlsx、.csv）拖到这里，或者
        <label class="button">选择文件<input type="file" class="away" accept=".xlsx,.csv,.json,.jsonl"
          @change=${onChange} /></label></p>`,
      root,
    );
  };
  root.classList.add("drop");
  droppable(root, take);
  desk.onChange(draw);
  draw();
}

/** @param {import("./desk.js").Desk} desk @param {Register} register */
function inHand(desk, register) {
  return html`<p>登记表：<strong class="register-name">${register.name}</strong>
    <span class="quiet">（${sizeOf(register.size)}${register.words.length ? "，读法有改动" : ""}）</span>
    <button type="button" @click=${() => changeReading(desk)}>读法…</button></p>`;
}

/** @param {number} bytes */
function sizeOf(bytes) {
  return bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

/**
 * Change how the register in hand is read.
 * @param {import("./desk.js").Desk} desk
 * @param {import("./reading.js").Problem | null} [problem] why it cannot be read as it is
 */
export async function changeReading(desk, problem = null) {
  const register = desk.register;
  if (register === null || desk.work.running) return;
  const changed = await askReading(desk, problem ? { ...register, seen: { ...register.seen, problem } } : register);
  if (changed) adopt(desk, changed);
}

/** @param {import("./desk.js").Desk} desk @param {File[]} files */
async function takeRegister(desk, files) {
  const refused = atSight(files);
  if (refused) {
    desk.work.say(refused + stays(desk));
    return;
  }
  const found = await desk.work.doing("正在读登记表", (onProgress) => looked(desk, files[0], onProgress));
  if (found === undefined) return;
  const problem = found.seen.problem;
  const register = problem && canBeMended(problem) ? await askReading(desk, found) : found;
  if (register === null || register.seen.problem) {
    if (register?.seen.problem) desk.work.say(register.seen.problem.text + stays(desk));
    await desk.engine.remove(found.path);
    return;
  }
  const former = desk.register;
  adopt(desk, register);
  if (former) await desk.engine.remove(former.path);
}

/** @param {File[]} files @returns {string} why they are not even looked into; empty where they are */
function atSight(files) {
  if (files.length === 0) return "没有放进文件：请拖一个登记表文件。";
  if (files.length > 1) return `一次只能放一个登记表，现在放了 ${files.length} 个文件：请只留一个。`;
  const { name, size } = files[0];
  if (FOREIGN.test(name)) return `“${name}”不是登记表：请放 .xlsx、.csv、.json 或者 .jsonl 文件，别的格式请先另存为 .xlsx。`;
  if (size === 0) return `“${name}”是空的（0 字节）：请换一个有内容的登记表。`;
  if (size <= MOST_BYTES) return "";
  return `“${name}”有 ${Math.round(size / MEGABYTE)} MB，工作台最多读 100 MB：请按月份或者单位分成几个文件，或者用命令行 xinfang assess。`;
}

/** @param {import("./desk.js").Desk} desk */
function stays(desk) {
  return desk.register ? `\n原来的登记表“${desk.register.name}”还在。` : "";
}

/**
 * A file, given to the engine and looked at.
 * @param {import("./desk.js").Desk} desk @param {File} file
 * @param {import("../engine/engine.js").OnProgress} onProgress @returns {Promise<Register>}
 */
async function looked(desk, file, onProgress) {
  // A folder for each: the former register stays as it is until the new one is taken.
  const path = `${FOLDER}/${++taken}/${file.name.replace(/^\.+|[/\\]/g, "_")}`;
  try {
    await desk.engine.write(path, file);
    const seen = await desk.work.question("columns.look", { path, words: [] }, onProgress);
    return { name: file.name, path, size: file.size, words: [], seen };
  } catch (error) {
    // Not awaited: what went wrong is told at once.
    desk.engine.remove(path).catch(() => {});
    throw error;
  }
}

/** @param {import("./desk.js").Desk} desk @param {Register} register */
function adopt(desk, register) {
  desk.work.say("");
  desk.register = register;
  desk.changed();
}
