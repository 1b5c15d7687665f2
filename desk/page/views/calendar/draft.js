// Where a notice is pasted, typed or dropped (录入通知).

import { html, nothing } from "lit-html";
import { hasHead, headed } from "./official.js";

const SHAPE = `文号：国办发明电〔2025〕7号
印发日期：2025年11月4日
年份：2026

元旦：1月1日（周四）至3日（周六）放假，共3天，1月4日（周日）上班
春节：2月15日（周日）至23日（周一）放假，共9天，2月14日（周六）、2月28日（周六）上班
……`;
const MOST_BYTES = 64 * 1024;

/** @typedef {{put: (text: string) => void, take: (files: File[]) => void, check: () => void, adopt: () => void}} Acts */

/**
 * @param {import("../../shell/desk.js").Desk} desk @param {import("./notices.js").State} state @param {Acts} acts
 */
export function draftForm(desk, state, acts) {
  const next = Number(desk.today.slice(0, 4)) + 1;
  return html`<h2>录入一份通知</h2>
    <p>把通知粘贴到下面，一个节日一行；开头写文号、印发日期、年份。也可以把 .txt、.toml 文件拖进来。</p>
    <details><summary>写成什么样</summary><pre>${SHAPE}</pre>
      <p class="quiet">地方的放假、本单位停办、年中调整也这样录入，多写“适用范围：地方”“地区：450000”“全年完整：是”，或者“适用范围：本单位”，或者“调整通知：是”。</p></details>
    <label class="cal-draft" for="cal-text">通知的文字</label>
    <textarea id="cal-text" rows="11" spellcheck="false" .value=${state.draft.text}
      @input=${(/** @type {any} */ event) => acts.put(event.target.value)}></textarea>
    <div class="row">
      <button type="button" class="first" @click=${acts.check}>核对</button>
      <button type="button" ?disabled=${hasHead(state.draft.text)} @click=${() => acts.put(headed(state.draft.text, next))}>填入开头三行</button>
      <label class="button">选择文件<input type="file" class="away" accept=".txt,.toml" @change=${(/** @type {any} */ event) => { acts.take([...event.target.files]); event.target.value = ""; }}></label>
      ${state.draft.text ? html`<button type="button" @click=${() => acts.put("")}>清空</button>` : nothing}
    </div>`;
}

/** What was dropped or chosen. @param {File[]} files @returns {Promise<import("./notices.js").Draft | string>} or what is wrong with them */
export async function readFile(files) {
  if (files.length !== 1) return files.length ? `一次只能放一份通知，现在放了 ${files.length} 个文件：请逐份放入。` : "没有文件。";
  const [file] = files;
  if (file.size > MOST_BYTES) return `“${file.name}”有 ${Math.ceil(file.size / 1024)} KB，不是打成文本的通知（最多 64 KB）：请把各节日的句子复制、粘贴到框里。`;
  const data = new Uint8Array(await file.arrayBuffer());
  const kind = foreign(data);
  if (kind) return `“${file.name}”是${kind}，不是文本：请打开它，把各节日的句子复制、粘贴到框里。`;
  return { name: file.name, data: new Blob([data]), text: decoded(data) };
}

/** What a file is that is no text, by how it begins. @param {Uint8Array} data */
function foreign(data) {
  const begin = String.fromCharCode(...data.slice(0, 4));
  if (begin === "%PDF") return " PDF 文件";
  if (begin === "PK\u0003\u0004") return " Word、WPS、Excel 或者压缩文件";
  if (begin === "\u00d0\u00cf\u0011\u00e0") return "旧版 Word、WPS 或者 Excel 文件";
  if (["\u0089PNG", "\u00ff\u00d8\u00ff"].some((sign) => begin.startsWith(sign))) return "图片";
  return data.slice(0, 1000).includes(0) && data[0] !== 0xff && data[0] !== 0xfe ? "程序或者数据文件" : "";
}

/** The text to be shown; the check reads the bytes themselves. @param {Uint8Array} data */
function decoded(data) {
  for (const name of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(data);
    } catch {
      // The next one.
    }
  }
  return "";
}
