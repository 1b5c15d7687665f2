// The account of one case (期限核算单): its time line, then the document as the command writes it.

import { html, nothing, render } from "lit-html";
import { showPaper } from "../../shell/paper.js";

/**
 * @typedef {object} Wanted which case, and how it is asked about
 * @property {string} path of the register in the engine
 * @property {string[]} words how the register is read, as on the command line
 * @property {string} caseNo
 * @property {string} policy
 * @property {string | null} [variant]
 * @property {string} [asOf]
 * @property {string} [knownOn]
 */

const READERS = [
  ["petitioner", "信访人"], ["handling_body", "承办单位"], ["superior", "上级机关"],
  ["public", "公众"], ["accused", "被检举控告方"],
];

/**
 * Show the account of one case; the paper is what the command line writes, to the byte.
 * @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk @param {Wanted} wanted
 */
export async function showAccount(root, desk, wanted) {
  const account = new Account(root, desk, wanted);
  await account.read("petitioner");
  return account;
}

class Account {
  /** @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk @param {Wanted} wanted */
  constructor(root, desk, wanted) {
    this.root = root;
    this.desk = desk;
    this.wanted = wanted;
    /** For whom the paper is that is shown. */
    this.reader = "";
    root.classList.add("account");
  }

  /** @param {string} reader for whom it is written */
  async read(reader) {
    const { desk, wanted } = this;
    const made = await desk.work.doing("正在核算", async (onProgress) => {
      const { path, words: reading, caseNo, policy } = wanted;
      const few = await desk.work.question("alone.single", { path, case_no: caseNo, words: reading, policy });
      const words = accountWords({ ...wanted, ...few });
      const written = ["--audience", reader, "--format", "html"];
      const paper = await desk.work.command(["docs", "account", ...words, ...written], onProgress);
      return { paper: paper.out, line: await desk.work.question("timeline.drawn", { words }) };
    });
    if (made !== undefined) return this.draw(reader, made.paper, made.line);
    // What is shown is still the paper for the former reader.
    const choice = /** @type {HTMLSelectElement | null} */ (this.root.querySelector("select"));
    if (choice) choice.value = this.reader;
  }

  /** @param {string} reader @param {string} paper @param {string} line */
  draw(reader, paper, line) {
    const { wanted } = this;
    this.reader = reader;
    const title = `期限核算单 ${wanted.caseNo}`;
    render(
      html`<h2 tabindex="-1">${title}</h2>
        <div class="account-line" role="region" aria-label="时间线" tabindex="0">${picture(line)}</div>
        <div class="row no-print">
          <label>给谁看
            <select @change=${(/** @type {any} */ event) => this.read(event.target.value)}>
              ${READERS.map(([value, name]) => html`<option value=${value} ?selected=${value === reader}>${name}</option>`)}
            </select></label>
        </div>
        <div class="account-paper"></div>
        <details class="no-print"><summary>同样的命令</summary><pre>${commandLine(wanted, reader)}</pre></details>`,
      this.root,
    );
    showPaper(/** @type {HTMLElement} */ (this.root.querySelector(".account-paper")), paper, `${title}.html`, title);
    this.root.querySelector("h2")?.focus();
  }
}

/** @param {Wanted} wanted */
function accountWords(wanted) {
  const words = [wanted.path, ...wanted.words, "--case", wanted.caseNo, "--policy", wanted.policy];
  if (wanted.variant) words.push("--variant", wanted.variant);
  if (wanted.asOf) words.push("--as-of", wanted.asOf);
  if (wanted.knownOn) words.push("--known-on", wanted.knownOn);
  return words;
}

/** @param {Wanted} wanted @param {string} reader */
function commandLine(wanted, reader) {
  const path = wanted.path.split("/").pop() ?? "";
  const words = ["docs", "account", ...accountWords({ ...wanted, path }), "--audience", reader];
  return ["xinfang", ...words, "--format", "html", "--output", "核算单.html"].map(quoted).join(" ");
}

/** A word as a shell takes it for one. @param {string} word */
export const quoted = (word) => (/^[\w.,:=/@+一-鿿-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** Our own drawing, taken in as what it is: an image of XML, which runs nothing. @param {string} text */
function picture(text) {
  const drawn = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  return drawn.localName === "svg" ? document.importNode(drawn, true) : nothing;
}
