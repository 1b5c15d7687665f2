// The people of a case (当事方): typed or read in, in the page's memory alone.

import { html, nothing } from "lit-html";
import { save } from "../../shell/files.js";
import { FOLDER } from "./papers.js";
import { allow, dropped, fileButton, onlyOne } from "./about.js";
import { atPerson, faultView } from "./faults.js";
import { PARTIES, partiesText } from "./words.js";

/** @typedef {import("./papers.js").Papers} Papers @typedef {import("./papers.js").Person} Person */

/** @param {Papers} papers */
export function peopleView(papers) {
  const load = (/** @type {File[]} */ files) => loadPeople(papers, files);
  const more = () => papers.setPeople([...papers.people, { role: "petitioner" }]);
  return html`<fieldset class="doc-part" @dragover=${allow} @drop=${dropped(load)}>
    <legend id="doc-people" tabindex="-1">当事方</legend>
    <p class="quiet">姓名、号码只在本页里；哪些印得出，由“给谁看”决定。</p>
    ${lacksView(papers)}
    ${papers.people.map((person, index) => personView(papers, person, index))}
    <div class="row no-print">
      <button type="button" @click=${more}>加一人</button>
      ${fileButton("读入当事方", ".json,.toml,.csv,.xlsx", load)}
      <button type="button" @click=${() => savePeople(papers)}>存当事方（.json）</button>
    </div>
  </fieldset>`;
}

/** What the letter lacks of the people. @param {Papers} papers */
function lacksView(papers) {
  const names = new Set((papers.form?.fields ?? []).filter((one) => one.giver === "parties").map((one) => one.field));
  const faults = papers.faults.letter.filter((one) => !one.file && names.has(one.path));
  return papers.part === "letter" ? faultView(faults, "doc-people-fault") : nothing;
}

/** @param {Papers} papers @param {Person} person @param {number} index */
function personView(papers, person, index) {
  const set = (/** @type {string} */ key) => (/** @type {any} */ event) =>
    papers.setPeople(papers.people.map((one, at) => (at === index ? { ...one, [key]: event.target.value } : one)));
  const remove = () => papers.setPeople(papers.people.filter((_, at) => at !== index));
  const faults = papers.part === "letter" ? atPerson(papers, papers.known.indexOf(person)) : [];
  return html`<div class="doc-person" role="group" aria-label=${`第 ${index + 1} 人`}>
    <label>角色 <select @change=${set("role")}>${papers.choices?.roles.map(([role, title]) => html`<option value=${role} .selected=${role === person.role}>${title}</option>`)}</select></label>
    ${papers.choices?.person.map(([key, title]) => html`<label>${title}<input autocomplete="off" aria-invalid=${faults.some((one) => one.path.endsWith(`.${key}`))}
      title=${key === "others" ? "车牌、卡号、外号、单位等，用顿号隔开" : title} .value=${person[key] ?? ""} @input=${set(key)} /></label>`)}
    <button type="button" class="no-print" @click=${remove}>删去</button>
    ${faultView(faults, `doc-person-${index}-fault`)}
  </div>`;
}

/** @param {Papers} papers */
export function savePeople(papers) {
  save(PARTIES.name, partiesText(papers), "application/json");
  papers.desk.losing.delete("文书 当事方");
}

/** @param {Papers} papers @param {File[]} files */
async function loadPeople(papers, files) {
  const file = onlyOne(papers, files);
  if (!file) return;
  const path = `${FOLDER}/read/${file.name.replaceAll("/", "_")}`;
  const { work } = papers.desk;
  await work.doing("正在读入当事方", async () => {
    /** @type {any[]} */
    const people = await work.questionOf("documents.parties", path, file);
    papers.people = people.map((one) => ({ ...one, others: one.others.join("、") }));
    papers.redraw();
  });
}
