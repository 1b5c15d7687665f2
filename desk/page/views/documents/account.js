// The account of one case (期限核算单).

import { html } from "lit-html";
import { audienceView, caseView, questionView } from "./about.js";
import { peopleView } from "./people.js";

/** @param {import("./papers.js").Papers} papers */
export function accountView(papers) {
  const readers = (papers.choices?.audiences ?? []).map(([reader]) => reader);
  return html`<p>一件事项的全部期限怎样算出来：给信访人看、交给法院或者上级。</p>
    ${caseView(papers)} ${questionView(papers, { asOf: true })}
    <fieldset class="doc-part"><legend>读者</legend><div class="row">${audienceView(papers, readers)}</div></fieldset>
    ${peopleView(papers)}`;
}
