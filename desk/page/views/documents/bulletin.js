// A bulletin over the register, and its ledger as a workbook (通报、台账).

import { html, nothing } from "lit-html";
import { audienceView, fileButton, listingView, onlyOne, questionView } from "./about.js";
import { FOLDER } from "./papers.js";

/** @typedef {import("./papers.js").Papers} Papers */

/** @param {Papers} papers */
export function bulletinView(papers) {
  const open = papers.audience.bulletin === "public";
  return html`${questionView(papers, {})} ${periodView(papers)} ${groupsView(papers)}
    <fieldset class="doc-part"><legend>对内还是公布</legend><div class="row">
      ${audienceView(papers, ["superior", "public"])}
      ${open ? heldView(papers, "threshold", "本地规定的公布最小件数（.toml）", ".toml") : html`<label><input type="checkbox" .checked=${papers.bulletin.ledger}
        @change=${(/** @type {any} */ event) => { papers.bulletin.ledger = event.target.checked; papers.redraw(); }} /> 附台账：逐件列出本期的事项</label>`}
    </div>
    ${open ? html`<p class="quiet">公布的不列个案、不列代理员，小数遮去。一个时期只公布一份：两份相减可能推算出遮去的数。</p>` : nothing}
    </fieldset>`;
}

/** @param {Papers} papers */
function periodView(papers) {
  const { bulletin } = papers;
  const day = (/** @type {"from" | "to" | "asOf" | "datedBy"} */ name) => (/** @type {any} */ event) => {
    bulletin[name] = event.target.value;
    papers.redraw();
  };
  return html`<fieldset class="doc-part"><legend>时期</legend><div class="row">
      <label>自<br><input type="date" id="doc-from" .value=${bulletin.from} @change=${day("from")} /></label>
      <label>至<br><input type="date" id="doc-to" .value=${bulletin.to} @change=${day("to")} /></label>
      <label>评估日<br><input type="date" .value=${bulletin.asOf} @change=${day("asOf")} /></label>
      <label>归期<br><select @change=${day("datedBy")}>
        <option value="" .selected=${!bulletin.datedBy}>按登记日期，没有的按收到</option>
        ${papers.choices?.events.map(([name, title]) => html`<option value=${name} .selected=${name === bulletin.datedBy}>按${title}日期</option>`)}</select></label>
      ${heldView(papers, "previous", "上期的登记表", ".xlsx,.csv,.json,.jsonl")}
    </div>
    <p class="quiet">评估日不写的，为本期最后一日。上期的登记表不放的，在本期的登记表中找上期。</p></fieldset>`;
}

/** @param {Papers} papers */
function groupsView(papers) {
  const { by } = papers.bulletin;
  const set = (/** @type {string} */ group) => (/** @type {any} */ event) => {
    by[group] = event.target.value;
    papers.redraw();
  };
  return html`<fieldset class="doc-part"><legend>分组</legend><div class="row">
      ${papers.choices?.groups.map(([group, title]) => html`<label>${title}的列<br><input list="doc-columns" autocomplete="off" .value=${by[group] ?? ""} @input=${set(group)} /></label>`)}
      <datalist id="doc-columns">${papers.listing?.columns.map((name) => html`<option value=${name}></option>`)}</datalist>
      ${listingView(papers)}
    </div>
    <p class="quiet">写登记表里的列名；不写的不分组，代理员按登记的代理员编号。</p></fieldset>`;
}

/** A file beside the register, or none. @param {Papers} papers @param {"previous" | "threshold"} name @param {string} title @param {string} accept */
function heldView(papers, name, title, accept) {
  const { bulletin, desk } = papers;
  const take = async (/** @type {File[]} */ files) => {
    const file = onlyOne(papers, files);
    if (!file) return;
    const held = { name: file.name, path: `${FOLDER}/${name}/${file.name.replaceAll("/", "_")}` };
    await desk.work.doing(`正在读入${title}`, async () => {
      bulletin[name] = null;
      await desk.engine.remove(`${FOLDER}/${name}`);
      await desk.engine.write(held.path, file);
      bulletin[name] = held;
    });
    papers.redraw();
  };
  const away = () => {
    bulletin[name] = null;
    papers.redraw();
    desk.engine.remove(`${FOLDER}/${name}`).catch(() => {});
  };
  const held = bulletin[name];
  return held ? html`<span>${title}：<strong>${held.name}</strong> <button type="button" @click=${away}>不用它</button></span>` : fileButton(`选择${title}`, accept, take);
}
