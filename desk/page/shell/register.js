// The register in hand (登记表): one for the whole desk; every view that needs one asks here.

import { html, nothing, render } from "lit-html";
import { droppable } from "./files.js";

/**
 * @typedef {object} Register
 * @property {string} name the file's name, as the user knows it
 * @property {string} path where the engine has it
 * @property {number} size in bytes
 * @property {string[]} words options of reading, as on the command line: --column …, --sheet …
 */

const MOST_BYTES = 100 * 1024 * 1024;

/**
 * Where a register is dropped or chosen; shows what is in hand.
 * @param {HTMLElement} root @param {import("./desk.js").Desk} desk
 */
export function registerDrop(root, desk) {
  const draw = () =>
    render(
      html`<p>${desk.register ? html`登记表：<strong>${desk.register.name}</strong>` : nothing}
        把登记表（.xlsx、.csv）拖到这里，或者
        <label class="button">选择文件<input type="file" class="away" accept=".xlsx,.csv,.json,.jsonl"
          @change=${(/** @type {any} */ event) => take([...event.target.files])} /></label></p>`,
      root,
    );
  const take = async (/** @type {File[]} */ files) => {
    if (files.length !== 1) {
      desk.work.say(files.length ? `一次只能放一个登记表，现在放了 ${files.length} 个文件：请只留一个。` : "没有文件。");
      return;
    }
    const [file] = files;
    if (file.size > MOST_BYTES) {
      desk.work.say(`“${file.name}”有 ${Math.round(file.size / 1024 / 1024)} MB，工作台最多读 100 MB：请按月份或者单位分成几个文件，或者用命令行 xinfang assess。`);
      return;
    }
    const path = `/work/register/${file.name.replaceAll("/", "_")}`;
    await desk.work.doing("正在读取登记表", async () => {
      await desk.engine.remove("/work/register");
      await desk.engine.write(path, file);
      desk.register = { name: file.name, path, size: file.size, words: [] };
      desk.changed();
    });
  };
  root.classList.add("drop");
  droppable(root, take);
  desk.onChange(draw);
  draw();
}
