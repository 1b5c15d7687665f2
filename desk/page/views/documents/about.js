// Which case, by which policy, on which day (事项、办法、评估日): what several documents ask alike.

import { html, nothing } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { FOLDER } from "./papers.js";
import { readingWords, real } from "./words.js";

/** @typedef {import("./papers.js").Papers} Papers */

const SMALL = 2 * 1024 * 1024;

/** Where the case is: in the register in hand, or a file of its own. @param {Papers} papers */
export function caseView(papers) {
  const { about } = papers;
  const choose = (/** @type {"register" | "file"} */ source) => () => {
    about.source = source;
    papers.listing = null;
    papers.redraw();
    readListing(papers);
  };
  return html`<fieldset class="doc-part"><legend>事项</legend>
    <div class="row">
      <label><input type="radio" name="doc-source" .checked=${about.source === "register"} @change=${choose("register")} />
        登记表里的一件</label>
      <label><input type="radio" name="doc-source" .checked=${about.source === "file"} @change=${choose("file")} />
        一件事项的文件（.json，“评估”页可以存出）</label>
    </div>
    ${about.source === "file" ? caseFile(papers) : nothing}
    <div class="row">
      <label>件号<br><input id="doc-number" list="doc-numbers" autocomplete="off" .value=${about.number}
        @input=${(/** @type {any} */ event) => { about.number = event.target.value; papers.redraw(); }} /></label>
      <datalist id="doc-numbers">${guard([papers.listing], () => papers.listing?.numbers.map((number) => html`<option value=${number}></option>`))}</datalist>
      ${listingView(papers)}
    </div>
    <p class="quiet">文件里只有一件的，可以不写件号。</p>
  </fieldset>`;
}

/** @param {Papers} papers */
function caseFile(papers) {
  const take = async (/** @type {File[]} */ files) => {
    const file = onlyOne(papers, files);
    if (!file) return;
    const path = `${FOLDER}/case/${file.name.replaceAll("/", "_")}`;
    await papers.desk.work.doing("正在读取事项", async () => {
      papers.about.file = papers.listing = null;
      await papers.desk.engine.remove(`${FOLDER}/case`);
      await papers.desk.engine.write(path, file);
      papers.about.file = { name: file.name, path };
    });
    papers.redraw();
    readListing(papers);
  };
  return html`<p class="drop doc-drop" @dragover=${allow} @drop=${dropped(take)}>
    ${papers.about.file ? html`事项文件：<strong>${papers.about.file.name}</strong>` : "把一件事项的文件拖到这里，或者"}
    ${fileButton("选择文件", ".json,.jsonl,.csv,.xlsx", take)}</p>`;
}

/** What is known of the register, or a button that reads it. @param {Papers} papers */
export function listingView(papers) {
  if (!papers.source) return html`<span class="quiet">还没有登记表。</span>`;
  if (papers.listing?.of !== papers.source) {
    return html`<button type="button" @click=${() => readListing(papers, true)}>列出件号和列名</button>`;
  }
  const { count, numbers } = papers.listing;
  return html`<span class="quiet" role="status">共 ${count} 件${numbers.length < count ? `，列出前 ${numbers.length} 件` : ""}</span>`;
}

/**
 * Read the numbers and columns of the register, unless it is large and nobody asked for it.
 * @param {Papers} papers @param {boolean} [wanted]
 */
export async function readListing(papers, wanted = false) {
  const { desk, source } = papers;
  const size = source === desk.register ? desk.register?.size ?? 0 : 0;
  if (!source || papers.listing?.of === source || desk.work.running || (size > SMALL && !wanted)) return;
  const words = real(readingWords(papers));
  const ask = () => desk.work.question("documents.register", { words });
  // What nobody asked for stands in nobody's way: no work that another one would have to wait for.
  const found = await (wanted ? desk.work.doing("正在列出件号和列名", ask) : ask().catch(() => undefined));
  if (!found || papers.source !== source) return;
  papers.listing = { ...found, of: source };
  if (found.count === 1 && !papers.about.number) papers.about.number = found.numbers[0] ?? "";
  papers.redraw();
}

/** @param {Papers} papers @param {{asOf?: boolean, answers?: boolean}} asks what the document asks of it */
export function questionView(papers, { asOf = false, answers = true }) {
  const { question, policy } = papers;
  const set = (/** @type {string} */ name) => (/** @type {any} */ event) => {
    Object.assign(question, { [name]: event.target.type === "checkbox" ? event.target.checked : event.target.value });
    papers.touched = true;
    if (name === "policy") Object.assign(question, { edition: "", variant: "" });
    papers.redraw();
  };
  const variants = Object.entries(policy?.variants ?? {});
  return html`<fieldset class="doc-part"><legend>办法</legend>
    <div class="row">
      <label>办法<br><select id="doc-policy" @change=${set("policy")}>${papers.desk.policies.map((one) => html`<option value=${one.id} .selected=${one === policy}>${one.title}</option>`)}</select></label>
      <label>版本<br><select @change=${set("edition")}>
        <option value="" .selected=${!question.edition}>${answers ? "按日期适用的" : "最新的"}</option>
        ${(policy?.versions ?? []).filter((one) => /^\d/.test(one)).map((one) => html`<option value=${one} .selected=${one === question.edition}>${one}</option>`)}</select></label>
      ${answers && variants.length ? html`<label>理解<br><select @change=${set("variant")}>
        <option value="" .selected=${!question.variant}>默认</option>
        ${variants.map(([name, title]) => html`<option value=${name} .selected=${name === question.variant}>${title}</option>`)}</select></label>` : nothing}
      ${asOf ? html`<label>评估日<br><input type="date" id="doc-as-of" .value=${question.asOf} @change=${set("asOf")} /></label>` : nothing}
    </div>
    <details><summary>更多</summary><div class="row">
      ${answers ? html`<label><input type="checkbox" .checked=${question.noAssumed} @change=${set("noAssumed")} /> 不采用推定值</label>` : nothing}
      <label>只用该日以前公布的放假安排<br><input type="date" .value=${question.knownOn} @change=${set("knownOn")} /></label>
      <label>地区代码<br><input size="8" inputmode="numeric" .value=${question.region} @input=${set("region")} /></label>
    </div></details>
  </fieldset>`;
}

/** For whom. @param {Papers} papers @param {string[]} readers */
export function audienceView(papers, readers) {
  const chosen = papers.audience[papers.part];
  const titles = new Map(papers.choices?.audiences);
  return html`<label>给谁看<br><select id="doc-audience" @change=${(/** @type {any} */ event) => { papers.audience[papers.part] = event.target.value; papers.redraw(); }}>
    ${readers.map((one) => html`<option value=${one} .selected=${one === chosen}>${titles.get(one) ?? one}</option>`)}</select></label>`;
}

/** A button that chooses files. @param {string} title @param {string} accept @param {(files: File[]) => void} take @param {boolean} [several] */
export function fileButton(title, accept, take, several = false) {
  const taken = (/** @type {any} */ event) => {
    take([...event.target.files]);
    event.target.value = "";
  };
  return html`<label class="button">${title}<input type="file" class="away" accept=${accept} ?multiple=${several} @change=${taken} /></label>`;
}

const MOST_BYTES = 100 * 1024 * 1024;

/** The one file; where there are more, or it is too large, that is said. @param {Papers} papers @param {File[]} files */
export function onlyOne({ desk }, files) {
  const [file] = files;
  if (files.length > 1) desk.work.say(`这里一次只放一个文件，现在放了 ${files.length} 个：请只留一个。`);
  else if (file?.size > MOST_BYTES) desk.work.say(`“${file.name}”有 ${Math.round(file.size / 1024 / 1024)} MB，工作台最多读 100 MB。`);
  else return file;
  return undefined;
}

/** @param {DragEvent} event */
export const allow = (event) => event.preventDefault();

/** @param {(files: File[]) => void} take @returns {(event: DragEvent) => void} */
export const dropped = (take) => (event) => {
  event.preventDefault();
  take([...(event.dataTransfer?.files ?? [])]);
};
