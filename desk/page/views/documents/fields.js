// The fields of a letter that the office gives (填写内容), each with what is wrong with it.

import { html, nothing } from "lit-html";
import { save } from "../../shell/files.js";
import { FOLDER } from "./papers.js";
import { allow, dropped, fileButton, onlyOne } from "./about.js";
import { atField, faultView } from "./faults.js";
import { saveFieldTable } from "./making.js";
import { FIELDS, fieldsText } from "./words.js";

/** @typedef {import("./papers.js").Papers} Papers @typedef {import("./papers.js").Field} Field */

/** @param {Papers} papers */
export function fieldsView(papers) {
  const load = (/** @type {File[]} */ files) => loadFields(papers, files);
  return html`<fieldset class="doc-part doc-fields" @dragover=${allow} @drop=${dropped(load)}>
    <legend>发文机关填写的内容</legend>
    <p class="quiet">换一种文书，已经填的还在。内容只在本页里，关闭就没有了；要留的请存出。</p>
    <div class="row no-print">
      ${fileButton("读入填写内容", ".json,.toml,.csv,.xlsx", load)}
      <button type="button" @click=${() => saveFields(papers)}>存填写内容（.json）</button>
      <button type="button" @click=${() => saveFieldTable(papers)}>存空白字段表（.xlsx）</button>
    </div>
    <div class="doc-grid">${papers.hostFields.map((field) => fieldView(papers, field))}</div>
    ${othersView(papers)}
  </fieldset>`;
}

/** @param {Papers} papers @param {Field} field */
function fieldView(papers, field) {
  const id = `doc-field-${field.field}`;
  const faults = atField(papers, field.field);
  const note = [field.note, field.list ? papers.choices?.several : ""].filter(Boolean).join("；");
  return html`<div class=${`doc-field${field.list || field.free ? " doc-wide" : ""}`}>
    <label for=${id}>${field.title}${field.required ? html` <span class="doc-need">必填</span>` : nothing}</label>
    ${inputView(papers, field, id, faults.length > 0)}
    ${readersView(papers, field)}
    ${note ? html`<p class="quiet doc-note" id=${`${id}-note`}>${note}</p>` : nothing}
    ${faultView(faults, `${id}-fault`)}
  </div>`;
}

/** @param {Papers} papers @param {Field} field @param {string} id @param {boolean} wrong */
function inputView(papers, field, id, wrong) {
  const text = papers.given[field.field]?.text ?? "";
  const told = `${id}-note ${id}-fault`;
  const give = (/** @type {any} */ event) => papers.give(field.field, { text: event.target.value });
  if (field.field === "result") {
    const results = papers.choices?.results ?? [];
    return html`<select id=${id} aria-describedby=${told} aria-invalid=${wrong} @change=${give}>
      <option value="" .selected=${!text}>（未选）</option>
      ${results.map((one) => html`<option value=${one} .selected=${one === text}>${one}</option>`)}
      ${text && !results.includes(text) ? html`<option value=${text} .selected=${true}>${text}</option>` : nothing}</select>`;
  }
  if (field.list || field.free) {
    return html`<textarea id=${id} rows=${field.phone ? 1 : 3} aria-describedby=${told} aria-invalid=${wrong}
      aria-required=${field.required} .value=${text} @input=${give}></textarea>`;
  }
  // What was read in may be no day as the browser writes it: then it is shown as it is.
  const type = field.date && (!text || /^\d{4}-\d\d-\d\d$/.test(text)) ? "date" : "text";
  return html`<input id=${id} type=${type} autocomplete="off" aria-describedby=${told} aria-invalid=${wrong}
    aria-required=${field.required} .value=${text} @input=${give} />`;
}

/** For whom free words are: nobody is presumed. @param {Papers} papers @param {Field} field */
function readersView(papers, field) {
  const { text = "", readers = [] } = papers.given[field.field] ?? {};
  if (!field.free && !readers.length) return nothing;
  const titles = new Map(papers.choices?.audiences);
  const toggle = (/** @type {string} */ one) => (/** @type {any} */ event) => {
    const others = readers.filter((reader) => reader !== one);
    papers.give(field.field, { readers: event.target.checked ? [...others, one] : others });
  };
  return html`<fieldset class="doc-readers"><legend>可以给哪些人看${text.trim() && !readers.length ? html` <span class="doc-need">至少选一类</span>` : nothing}</legend>
    ${(papers.form?.audiences ?? []).map((one) => html`<label><input type="checkbox" .checked=${readers.includes(one)} @change=${toggle(one)} /> ${titles.get(one)}</label>`)}
  </fieldset>`;
}

/** What others give: nothing to be typed. @param {Papers} papers */
function othersView(papers) {
  const others = (papers.form?.fields ?? []).filter((one) => one.giver !== "host");
  if (!others.length) return nothing;
  return html`<details><summary>另有 ${others.length} 项由登记、评估、当事方给出，不必填写</summary>
    <ul class="doc-others">${others.map((one) => html`<li>${one.title}${one.required ? "（必填）" : ""}：${papers.choices?.givers[one.giver]}${one.note ? html`<span class="quiet">；${one.note}</span>` : nothing}</li>`)}</ul>
  </details>`;
}

/** @param {Papers} papers @param {string} [name] of the file */
export function saveFields(papers, name = `${papers.form?.title}${FIELDS.name}`) {
  save(name, fieldsText(papers), "application/json");
  for (const field of papers.hostFields) papers.desk.losing.delete(`文书 ${field.field}`);
}

/** @param {Papers} papers @param {File[]} files */
async function loadFields(papers, files) {
  const file = onlyOne(papers, files);
  if (!file) return;
  const path = `${FOLDER}/read/${file.name.replaceAll("/", "_")}`;
  const { work } = papers.desk;
  await work.doing("正在读入填写内容", async () => {
    Object.assign(papers.given, await work.questionOf("documents.given", path, file));
    papers.redraw();
  });
}
