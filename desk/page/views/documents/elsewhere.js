// What the browser cannot write (.docx, PDF): said, with the command that does and its input files.

import { html, nothing } from "lit-html";
import { saveFields } from "./fields.js";
import { nameOf } from "./making.js";
import { savePeople } from "./people.js";
import { FIELDS, fieldsOf, typed, wordsOf } from "./words.js";

/** @typedef {import("./papers.js").Papers} Papers */

/** @type {Record<import("./papers.js").Part, string[]>} */
const FORMATS = { letter: ["docx"], bulletin: ["docx"], rulebook: ["docx", "pdf"], account: ["docx", "pdf"] };

/** @param {Papers} papers */
export function elsewhereView(papers) {
  const formats = FORMATS[papers.part];
  const ofCase = ["letter", "account"].includes(papers.part);
  const command = (/** @type {string} */ format) =>
    typed([...wordsOf(papers), "--format", format, "--output", `${nameOf(papers)}.${format}`]);
  const told = formats.includes("pdf") ? ".docx（Word、WPS）和 PDF" : ".docx（Word、WPS）";
  return html`<details class="doc-elsewhere no-print"><summary>要 ${told}</summary>
    <p>浏览器里出不了 ${told}：请在装有 Python 和 <code>xinfang-core[cli,docx,pdf,xlsx]</code> 的机器上，把用到的文件放在同一个文件夹里，运行下面的命令。</p>
    <pre tabindex="0" aria-label="命令">${formats.map(command).join("\n")}</pre>
    ${ofCase ? html`<p class="row">命令用到的文件：
      ${papers.known.length ? html`<button type="button" @click=${() => savePeople(papers)}>存当事方.json</button>` : nothing}
      ${papers.part === "letter" && Object.keys(fieldsOf(papers)).length ? html`<button type="button" @click=${() => saveFields(papers, FIELDS.name)}>存填写内容.json</button>` : nothing}
      <span class="quiet">登记表用您自己的那一份。</span></p>` : nothing}
  </details>`;
}
