// The account of one case (期限核算单): its time line, then the document as the command writes it.

import { html, render } from "lit-html";
import { commandLine } from "../../shell/command.js";
import { drawing } from "../../shell/drawing.js";
import { showPaper } from "../../shell/paper.js";

/**
 * @typedef {object} Wanted which case, and how it is asked about
 * @property {string} path of a file in the engine that has this case alone, read as it is
 * @property {string[]} file the file that the user has, and how it is read, as on the command line
 * @property {string} caseNo
 * @property {string} policy
 * @property {string | null} [variant]
 * @property {string} [asOf]
 * @property {string} [knownOn]
 * @property {boolean} [noAssumed]
 */

/**
 * Show the account of one case; the paper is what the command line writes, to the byte.
 * @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk @param {Wanted} wanted
 */
export async function showAccount(root, desk, wanted) {
  const account = new Account(root, desk, wanted);
  await account.read("petitioner");
  return account;
}

/** The account that is shown in each place. @type {WeakMap<HTMLElement, Account>} */
const accounts = new WeakMap();

class Account {
  /** @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk @param {Wanted} wanted */
  constructor(root, desk, wanted) {
    this.root = root;
    this.desk = desk;
    this.wanted = wanted;
    /** For whom the paper is that is shown. */
    this.reader = "";
    /** By what it was given. */
    this.basis = "";
    root.classList.add("account");
    const stop = desk.onChange(() => {
      if (!root.isConnected || accounts.get(root) !== this) stop();
      else this.note();
    });
    accounts.set(root, this);
  }

  /** Say so where it may be another one by now. */
  note() {
    const note = /** @type {HTMLElement | null} */ (this.root.querySelector(".account-old"));
    if (note) note.hidden = this.basis === this.desk.basis(this.wanted.policy);
  }

  /** @param {string} reader for whom it is written */
  async read(reader) {
    const { desk, wanted } = this;
    const basis = desk.basis(wanted.policy);
    const made = await desk.work.doing("正在核算", async (onProgress) => {
      const words = accountWords([wanted.path], wanted);
      const written = ["--audience", reader, "--format", "html"];
      const paper = await desk.work.command(["docs", "account", ...words, ...written], onProgress);
      const line = await desk.work.question("timeline.drawn", { words });
      const { audiences } = await desk.work.question("documents.choices");
      return { paper: paper.out, line, audiences };
    });
    if (made !== undefined) {
      this.basis = basis;
      return this.draw(reader, made);
    }
    // What is shown is still the paper for the former reader.
    const choice = /** @type {HTMLSelectElement | null} */ (this.root.querySelector("select"));
    if (choice) choice.value = this.reader;
  }

  /** @param {string} reader @param {{paper: string, line: string, audiences: [string, string][]}} made */
  draw(reader, { paper, line, audiences }) {
    const { wanted } = this;
    this.reader = reader;
    const title = `期限核算单 ${wanted.caseNo}`;
    render(
      html`<h2 tabindex="-1">${title}</h2>
        <p class="account-old soon" role="status" hidden>此后有改动（放假通知或者办法），下面还是原来的核算单：关闭以后重新评估，再看。</p>
        <div class="account-line" role="region" aria-label="时间线" tabindex="0">${drawing(line, `line-of${wanted.path.replaceAll("/", "-")}`)}</div>
        <div class="row no-print">
          <label>给谁看
            <select @change=${(/** @type {any} */ event) => this.read(event.target.value)}>
              ${audiences.map(([value, name]) => html`<option value=${value} ?selected=${value === reader}>${name}</option>`)}
            </select></label>
        </div>
        <div class="account-paper"></div>
        <details class="no-print"><summary>同样的命令</summary><pre>${sameCommand(wanted, reader)}</pre></details>`,
      this.root,
    );
    showPaper(/** @type {HTMLElement} */ (this.root.querySelector(".account-paper")), paper, `${title}.html`, title);
    this.note();
    this.root.querySelector("h2")?.focus();
  }
}

/** @param {string[]} file and how it is read @param {Wanted} wanted */
function accountWords(file, { caseNo, policy, variant, asOf, knownOn, noAssumed }) {
  const words = [...file, "--case", caseNo, "--policy", policy];
  if (variant) words.push("--variant", variant);
  if (asOf) words.push("--as-of", asOf);
  if (knownOn) words.push("--known-on", knownOn);
  if (noAssumed) words.push("--no-assumed");
  return words;
}

/** @param {Wanted} wanted @param {string} reader */
function sameCommand(wanted, reader) {
  const words = accountWords(wanted.file, wanted);
  return commandLine(["docs", "account", ...words, "--audience", reader, "--format", "html", "--output", "核算单.html"]);
}
