// The rulebook of a policy (规则手册).

import { html } from "lit-html";
import { fileButton, questionView } from "./about.js";
import { FOLDER } from "./papers.js";

/** @typedef {import("./papers.js").Papers} Papers */

/** @param {Papers} papers */
export function rulebookView(papers) {
  const { rulebook } = papers;
  const from = (/** @type {any} */ event) => {
    rulebook.from = event.target.value;
    papers.redraw();
  };
  return html`<p>一个办法的全部规则，发给办事人员、代理员。</p>
    ${questionView(papers, { answers: false })}
    <fieldset class="doc-part"><legend>内容</legend><div class="row">
      <label>期限速查表自 <input type="date" .value=${rulebook.from} @change=${from} /> 起十二个月</label>
      ${fileButton("选择算例文件", ".csv,.toml,.xlsx", (files) => take(papers, files), true)}
      <span class="quiet">${rulebook.examples.length ? `算例：${rulebook.examples.map((one) => one.name).join("、")}` : "不选的，手册没有算例。"}</span>
    </div></fieldset>`;
}

/** @param {Papers} papers @param {File[]} files */
async function take(papers, files) {
  const { engine, work } = papers.desk;
  await work.doing("正在读入算例", async () => {
    papers.rulebook.examples = [];
    await engine.remove(`${FOLDER}/examples`);
    const held = files.map((file) => ({ name: file.name, path: `${FOLDER}/examples/${file.name.replaceAll("/", "_")}` }));
    await Promise.all(held.map(({ path }, at) => engine.write(path, files[at])));
    papers.rulebook.examples = held;
  });
  papers.redraw();
}
