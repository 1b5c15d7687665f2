// What was refused: all of it above the form, and each thing again at its place.

import { html, nothing } from "lit-html";
import { FIELDS, PARTIES } from "./words.js";

/** @typedef {import("./papers.js").Papers} Papers @typedef {import("./papers.js").Fault} Fault */

const OPTIONS = new Map(Object.entries({
  "--audience": "doc-audience",
  "--case": "doc-number",
  "--policy": "doc-policy",
  "--as-of": "doc-as-of",
}));

/** @param {string} path the file's name within a path */
const fileOf = (path) => path.split("/").pop();

/** The faults of a field of the letter. @param {Papers} papers @param {string} name */
export const atField = (papers, name) =>
  papers.faults.letter.filter((one) => one.path === name && (!one.file || one.file === fileOf(FIELDS.path)));

/** The faults of one person. @param {Papers} papers @param {number} index among those who are told of */
export const atPerson = (papers, index) =>
  papers.faults.letter.filter((one) => one.file === fileOf(PARTIES.path) && one.path.startsWith(`people[${index}]`));

/** @param {Fault[]} faults @param {string} id */
export const faultView = (faults, id) =>
  faults.length ? html`<p class="late doc-fault" id=${id}>${faults.map((one) => html`<span>✕ ${said(one)}</span>`)}</p>` : nothing;

/** The sentence; what is typed and chosen here is in no file and has no names. @param {Fault} fault */
const said = (fault) =>
  fault.text
    .replace("，写在 --parties 的文件中", "")
    .replace(/须写明给谁看（for），可用：.*/, "须写明给谁看：请在它下面的“可以给哪些人看”勾选");

/** All of the part. @param {Papers} papers */
export function faultsView(papers) {
  const faults = papers.faults[papers.part];
  if (!faults.length) return nothing;
  return html`<div class="doc-faults" role="alert" tabindex="-1">
    <h2>没有出，有 ${faults.length} 处要先改</h2>
    <ol>${faults.map((one) => html`<li>${placed(papers, one)}</li>`)}</ol>
  </div>`;
}

/** @param {Papers} papers @param {Fault} fault */
function placed(papers, fault) {
  const id = placeOf(papers, fault);
  const ours = [fileOf(FIELDS.path), fileOf(PARTIES.path)].includes(fault.file);
  const told = fault.place && !ours ? `${fault.place}：${said(fault)}` : said(fault);
  const go = () => document.getElementById(id)?.focus();
  return id ? html`${told} <button type="button" class="doc-go" @click=${go}>去改</button>` : told;
}

/** The element where it is put right; "" where that is not on this page. @param {Papers} papers @param {Fault} fault */
function placeOf(papers, fault) {
  if (fault.file === fileOf(PARTIES.path)) return "doc-people";
  const field = papers.form?.fields?.find((one) => one.field === fault.path);
  if (field?.giver === "host") return `doc-field-${field.field}`;
  if (field?.giver === "parties") return "doc-people";
  return OPTIONS.get(fault.path) ?? "";
}
