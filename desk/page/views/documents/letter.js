// Letters and forms of a case (告知书、函、意见书、表格).

import { html } from "lit-html";
import { audienceView, caseView, questionView } from "./about.js";
import { fieldsView } from "./fields.js";
import { peopleView } from "./people.js";

/** @typedef {import("./papers.js").Papers} Papers */

/** @param {Papers} papers */
export function letterView(papers) {
  const choose = (/** @type {any} */ event) => papers.latest(() => chooseKind(papers, event.target.value));
  return html`<fieldset class="doc-part"><legend>文书</legend><div class="row">
      <label>种类<br><select id="doc-kind" @change=${choose}>${papers.kinds.map((one) => html`<option value=${one.kind} .selected=${one.kind === papers.kind}>${one.title}</option>`)}</select></label>
      ${audienceView(papers, papers.form?.audiences ?? [])}
    </div></fieldset>
    ${caseView(papers)} ${questionView(papers, { asOf: true })} ${peopleView(papers)} ${fieldsView(papers)}`;
}

/**
 * Take a kind of letter, with its fields; for whom it is, each kind keeps for itself.
 * @param {Papers} papers @param {string} kind
 */
export async function chooseKind(papers, kind) {
  const form = papers.kinds.find((one) => one.kind === kind);
  if (!form) return;
  if (!form.fields) {
    const said = await papers.desk.work.command(["docs", "fields", form.title, "--format", "json"]);
    form.fields = JSON.parse(said.out).fields;
  }
  papers.readers.set(papers.kind, papers.audience.letter);
  papers.kind = kind;
  papers.faults.letter = [];
  papers.audience.letter = papers.readers.get(kind) ?? form.audiences[0];
  papers.redraw();
}
