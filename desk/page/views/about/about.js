// 关于: what this file is, on which rules and days it answers, what it never does, what is inside.

import { html, nothing, render } from "lit-html";
import { sinceWords } from "../../shell/editions.js";
import { keptFresh, lastAsked } from "../../shell/fresh.js";
import { dayWords } from "../calendar/words.js";
import { BROWSERS, UNTRIED } from "./browsers.js";
import { otherComponents } from "./licences.js";

/** @typedef {{settled: string, components: import("./licences.js").Component[]}} Told */

/** @type {import("../../shell/tabs.js").View} */
export const aboutView = {
  id: "about",
  title: "关于",
  mount(root, desk) {
    root.classList.add("about");
    const latest = lastAsked(desk);
    /** @type {Told | undefined} */
    let told;
    const draw = () => render(page(desk, told), root);
    keptFresh(root, desk, async () => {
      draw();
      told = (await latest(() => ask(desk))) ?? told;
      draw();
    });
    draw();
  },
};

/** @param {string} id */
const data = (id) => JSON.parse(document.getElementById(id)?.textContent || "{}");

/** @param {import("../../shell/desk.js").Desk} desk @returns {Promise<Told>} */
async function ask(desk) {
  const [settled, python, packages] = await Promise.all(
    ["about.calendar_end", "about.python", "about.components"].map((name) => desk.work.question(name)),
  );
  return { settled, components: [...packages, ...otherComponents(data("versions"), data("licences"), python)] };
}

/** @param {import("../../shell/desk.js").Desk} desk @param {Told | undefined} told */
function page(desk, told) {
  return html`<h2>这个文件</h2>
    <p>信访代办规则工作台，一个网页文件：评估信访件、改规则、算期限、出文书。规则库 xinfang-core ${data("versions")["xinfang-core"]}，结论与命令行逐字相同。</p>
    <p>交给别人：把文件复制过去，双击打开。不用安装，不用联网。</p>
    ${told ? html`<p>工作日历确定至 <strong>${dayWords(told.settled)}</strong>，以后的日子是暂定；新的放假通知在“日历”一页录入。</p>` : nothing}
    ${never()}
    <h2>可选的办法</h2>
    ${policyTable(desk)}
    ${keys()}
    <h2>试过的浏览器</h2>
    ${browserTable()}
    <h2>内含的部件和许可证</h2>
    ${told ? componentTable(told.components) : html`<p class="quiet">正在读取…</p>`}`;
}

function never() {
  return html`<h2>它不做什么</h2>
    <ul>
      <li><strong>不联网。</strong>文件开头写明禁止一切请求，由浏览器执行（供技术人员核对：Content-Security-Policy 为 default-src 'none'、connect-src 'none'）。</li>
      <li><strong>不留存。</strong>不用浏览器的存储、不写网页标题和地址；关闭本页，放入的登记表和填写的内容就没有了，要留的请存为文件。</li>
      <li><strong>不代替决定。</strong>结论写明依据和确定程度，由承办人员核对。</li>
    </ul>
    <h3>怎样核实</h3>
    <ul>
      <li>拔掉网线再打开，一切照常。</li>
      <li>按 F12，在“网络”一栏看：放入登记表、评估、存文件，没有一个请求。</li>
      <li>文件是否原样：在 Windows 上运行 <code>certutil -hashfile xinfang-desk.html SHA256</code>，与发布时公布的散列比较。</li>
    </ul>`;
}

/** @param {import("../../shell/desk.js").Desk} desk */
function policyTable(desk) {
  const rows = desk.policies.flatMap((policy) => policy.editions);
  return html`<div class="about-scroll" tabindex="0" role="region" aria-label="可选的办法"><table>
    <thead><tr><th scope="col">办法</th><th scope="col">版本</th><th scope="col">散列</th></tr></thead>
    <tbody>${rows.map((one) => html`<tr><td>${one.title}</td><td>${sinceWords(one)} <small>（${one.label}）</small></td><td><code>${one.digest}</code></td></tr>`)}</tbody></table></div>`;
}

function keys() {
  /** @type {[string, string][]} */
  const rows = [
    ["Tab、Shift+Tab", "到下一处、上一处"],
    ["←、→", "焦点在上方各页的名称上时，换一页"],
    ["回车、空格", "按下按钮；展开、收起一段"],
    ["↑、↓、←、→", "焦点在表格或者图上时，滚动"],
    ["Esc", "关闭对话框"],
    ["Ctrl+P", "打印这一页"],
  ];
  return html`<h2>只用键盘</h2><div class="about-scroll" tabindex="0" role="region" aria-label="只用键盘"><table>
    <thead><tr><th scope="col">按键</th><th scope="col">作用</th></tr></thead>
    <tbody>${rows.map(([key, what]) => html`<tr><td><kbd>${key}</kbd></td><td>${what}</td></tr>`)}</tbody></table></div>`;
}

function browserTable() {
  return html`<div class="about-scroll" tabindex="0" role="region" aria-label="试过的浏览器"><table>
    <thead><tr><th scope="col">浏览器</th><th scope="col">能否使用</th><th scope="col">试了什么</th></tr></thead>
    <tbody>${BROWSERS.map((one) => html`<tr><td>${one.name}</td><td>${one.opens ? "能用" : "不能用"}</td><td>${one.note}</td></tr>`)}</tbody></table></div>
    <p>${UNTRIED}</p>`;
}

/** @param {import("./licences.js").Component[]} components */
function componentTable(components) {
  return html`<div class="about-scroll" tabindex="0" role="region" aria-label="内含的部件和许可证"><table>
    <thead><tr><th scope="col">部件</th><th scope="col">版本</th><th scope="col">许可证</th></tr></thead>
    <tbody>${components.map((one) => html`<tr><td>${one.name}</td><td>${one.version}</td><td>${
      one.texts.length ? html`<details><summary>${one.licence}</summary>${one.texts.map((text) => html`<pre>${text}</pre>`)}</details>` : one.licence
    }</td></tr>`)}</tbody></table></div>`;
}
