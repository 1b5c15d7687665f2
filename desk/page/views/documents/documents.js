// 文书: letters and forms of a case, bulletins and ledgers, rulebooks, accounts.

import { html, nothing, render } from "lit-html";
import { showPages } from "../../shell/pages.js";
import { showPaper } from "../../shell/paper.js";
import { registerDrop } from "../../shell/register.js";
import { readListing } from "./about.js";
import { accountView } from "./account.js";
import { bulletinView } from "./bulletin.js";
import { elsewhereView } from "./elsewhere.js";
import { faultsView } from "./faults.js";
import { chooseKind, letterView } from "./letter.js";
import { askedNow, makePage, saveBook } from "./making.js";
import { PARTS, Papers } from "./papers.js";
import { rulebookView } from "./rulebook.js";

/** @typedef {import("./papers.js").Part} Part */

const VIEWS = { letter: letterView, bulletin: bulletinView, rulebook: rulebookView, account: accountView };
const ORDER = /** @type {Part[]} */ (Object.keys(PARTS));

/** @type {import("../../shell/tabs.js").View} */
export const documentsView = {
  id: "documents",
  title: "文书",
  mount(root, desk) {
    const made = () => document.createElement("div");
    const [panel, register, form] = [made(), made(), made()];
    const sheets = Object.fromEntries(ORDER.map((part) => [part, made()]));
    registerDrop(register, desk);
    const papers = new Papers(desk, draw);
    const shown = () => papers.latest(() => prepare(papers));
    function draw() {
      render(partView(papers, sheets), form);
      const own = papers.about.source === "file" && papers.part !== "bulletin";
      register.hidden = papers.part === "rulebook" || own;
      for (const part of ORDER) sheets[part].hidden = part !== papers.part;
    }
    // All four share what is asked of a policy and a case, so they share the panel.
    panel.append(register, form, ...Object.values(sheets));
    const pages = ORDER.map((part) => ({ id: `documents-${part}`, title: PARTS[part], panel }));
    showPages(root, "出哪一种", pages, (id) => {
      papers.part = /** @type {Part} */ (id.slice("documents-".length));
      draw();
      shown();
    });
    draw();
    new IntersectionObserver(([seen]) => seen.isIntersecting && shown()).observe(root);
    desk.onChange(() => {
      draw();
      // What is read anew is read when the work that brought it has ended.
      setTimeout(() => root.hidden || shown());
    });
  },
};

/** Ask what can be chosen, once; then what the register in hand has. @param {Papers} papers */
async function prepare(papers) {
  const { work, policies } = papers.desk;
  if (!policies.length) return;
  papers.follow();
  papers.redraw();
  if (!papers.choices) {
    const [kinds, choices] = await Promise.all([
      work.command(["docs", "fields", "--format", "json"]),
      work.question("documents.choices"),
    ]);
    papers.kinds = JSON.parse(kinds.out);
    await chooseKind(papers, papers.kinds[0].kind);
    papers.choices = choices;
    papers.redraw();
  }
  if (papers.part !== "rulebook") await readListing(papers);
}

/** @param {Papers} papers @param {Record<string, HTMLElement>} sheets */
function partView(papers, sheets) {
  if (!papers.choices) return html`<p class="quiet">正在准备…</p>`;
  return html`<div class="doc-form">${VIEWS[papers.part](papers)}</div>
    <div class="row no-print">
      <button type="button" class="first" @click=${() => show(papers, sheets)}>出文书</button>
      ${papers.part === "bulletin" ? html`<button type="button" @click=${() => saveBook(papers)}>存为工作簿（.xlsx）</button>` : nothing}
    </div>
    ${faultsView(papers)} ${madeView(papers)} ${elsewhereView(papers)}
    <p class="doc-print-hint">要打印文书，请用文书上方的“打印”。</p>`;
}

/** Make the document and show it. @param {Papers} papers @param {Record<string, HTMLElement>} sheets */
async function show(papers, sheets) {
  const { part } = papers;
  const text = await makePage(papers);
  if (text === undefined) {
    /** @type {HTMLElement | null} */ (document.querySelector(".doc-faults"))?.focus();
    return;
  }
  const { name, title } = /** @type {import("./papers.js").Made} */ (papers.made[part]);
  showPaper(sheets[part], text, `${name}.html`, title);
  sheets[part].querySelector("button")?.focus({ preventScroll: true });
  sheets[part].scrollIntoView();
}

/** What was made, and what there is to tell of it. @param {Papers} papers */
function madeView(papers) {
  const made = papers.made[papers.part];
  if (!made) return nothing;
  return html`<div class="doc-made no-print" role="status"><p>已出：${made.title}，用时 ${made.seconds.toFixed(1)} 秒。发出前请看一遍。</p>
    ${made.asked === askedNow(papers) ? nothing : html`<p class="soon">此后有改动：已出的还是原来的，要再出一次。</p>`}
    ${made.notes.length ? html`<ul>${made.notes.slice(0, 20).map((note) => html`<li>${note}</li>`)}</ul>` : nothing}
    ${made.notes.length > 20 ? html`<p class="quiet">另有 ${made.notes.length - 20} 条。</p>` : nothing}</div>`;
}
