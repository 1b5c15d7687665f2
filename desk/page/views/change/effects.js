// Step 4: what the change does: side by side, what to confirm, examples that flip, cases that move.

import { html, nothing } from "lit-html";
import { place } from "../../engine/places.js";
import { registerDrop } from "../../shell/register.js";
import { pathOf, takesDropped } from "./dropping.js";
import { field } from "./fields.js";
import { packetWords, sectionOf } from "./packet.js";
import { carriedOut, plain } from "./words.js";

/** What takes no longer is worked out after each change, without anybody asking: in milliseconds. */
const QUICK = 4000;
/** A register that is tried so the first time: in bytes. */
const SMALL = 300_000;
const OWN_EXAMPLES = place("examples");
/** What is said of a change, what matters first. */
const ORDER = ["value", "rule", "variant", "clause", "head"];

export class Effects {
  /** @param {import("./model.js").Change} change */
  constructor(change) {
    this.change = change;
    this.shipped = true;
    /** Files of examples of one's own. @type {string[]} */
    this.own = [];
    this.asOf = "";
    /** @type {import("./packet.js").Packet | null} */
    this.packet = null;
    /** Whether it is being worked out without anybody having asked. */
    this.working = false;
    /** Packets that were begun. */
    this.count = 0;
    /** How long the cases took last time, in milliseconds. */
    this.took = Infinity;
    /** @type {import("./model.js").Fault[]} */
    this.faults = [];
    /** The register that was last seen, by which a new one is known. */
    this.seen = change.desk.register;
    this.drop = document.createElement("div");
    registerDrop(this.drop, change.desk);
    change.desk.onChange(() => this.register());
  }

  /** A new register is replayed at once, where it is small. */
  register() {
    if (this.seen === this.change.desk.register) return;
    this.seen = this.change.desk.register;
    this.took = Infinity;
    void this.follow();
  }

  /** @param {import("./model.js").Tables} tables */
  view(tables) {
    return html`<h3>生效前须核对的</h3>${this.cautions(tables.cautions)}
      <h3>算例和过去的事项</h3>
      ${this.change.opened?.old ? this.replayed() : html`<p>这是第一个版本，没有更早的版本可以对照。</p>`}
      <h3>改了什么</h3>${this.difference(tables)}`;
  }

  /** The values first, for which the notice came. @param {import("./model.js").Tables} tables */
  difference(tables) {
    const entries = [...tables.difference].sort((one, other) => ORDER.indexOf(one.subject) - ORDER.indexOf(other.subject));
    const told = (/** @type {string} */ text, /** @type {string} */ name) =>
      name === "encoded_by" ? carriedOut(text, tables) : plain(text, name);
    if (!entries.length) return html`<p class="quiet">没有更早的版本，或者什么也没有改。</p>`;
    return html`<div class="change-scroll" role="region" tabindex="0" aria-label="新旧对照"><table class="change-difference">
      <thead><tr><th scope="col">何处</th><th scope="col">原来</th><th scope="col">现在</th></tr></thead>
      <tbody>${entries.map((one) => html`<tr><td>${one.title}${one.place ? html`<br><span class="quiet">${one.place}</span>` : nothing}</td>
        <td>${side(one.parts, "old", told)}</td><td>${side(one.parts, "new", told)}</td></tr>`)}</tbody></table></div>`;
  }

  /** @param {import("./model.js").Caution[]} cautions */
  cautions(cautions) {
    if (!cautions.length) return html`<p class="fine">没有须核对的。</p>`;
    const confirm = (/** @type {string} */ name) =>
      this.change.change("readings", name, { confirmed: "是" }, `另一种理解照旧有效（${name}）`);
    return html`<ul class="change-cautions">${cautions.map((one) => html`<li><strong>${one.severity}</strong> ${one.text}
      ${one.variant ? html`<button type="button" @click=${() => confirm(one.variant)}>核对过了，照旧有效<span class="away">：${one.variant}</span></button>` : nothing}</li>`)}</ul>`;
  }

  replayed() {
    const { opened } = this.change;
    return html`<div class="row">
        ${opened?.examples ? html`<label><input type="checkbox" .checked=${this.shipped}
          @change=${(/** @type {any} */ event) => this.set({ shipped: event.target.checked })}> 随附的算例</label>` : nothing}
        <span class="change-own" @dragover=${(/** @type {Event} */ event) => event.preventDefault()}
          @drop=${takesDropped(this.change.desk, (files) => this.take(files))}>自己的算例：${this.own.length ? `${this.own.length} 个文件 ` : "可以拖到这里，或者 "}
          <label class="button">选择算例文件<input type="file" class="away" multiple accept=".csv,.xlsx,.toml"
            @change=${(/** @type {any} */ event) => this.chosen(event)}></label>
          <label class="button">选择算例文件夹<input type="file" class="away" .webkitdirectory=${true}
            @change=${(/** @type {any} */ event) => this.chosen(event)}></label>
          ${this.own.length ? html`<button type="button" @click=${() => this.set({ own: [] })}>不用了</button>` : nothing}</span>
      </div>
      ${this.drop}
      <div class="row">
        ${field({ id: "effects-as-of", label: "评估日（不写就是施行日）", value: this.asOf, size: 12, faults: this.faults, column: "--as-of",
          onInput: (text) => { this.asOf = text; } })}
        <button type="button" class="first" @click=${() => this.run()}>核对算例和过去的事项</button>
      </div>
      ${this.result()}`;
  }

  result() {
    const { packet } = this;
    if (this.working) return html`<p role="status">正在核对算例…</p>${packet ? this.told(packet) : nothing}`;
    if (!packet) return nothing;
    const old = packet.asked !== this.asked();
    return html`${old ? html`<p class="soon" role="status">以下是上一次的结果，后来又有改动：请再核对一次。</p>` : nothing}${this.told(packet)}`;
  }

  /** @param {import("./packet.js").Packet} packet */
  told({ data, page }) {
    const { examples, impact } = data;
    return html`<p class="change-figures" role="status">
        ${examples ? html`<span><strong>${examples.flipped.length}</strong> 例不再相符（原来相符的 ${examples.held} 例）</span>` : html`<span>没有给出算例</span>`}
        ${impact ? html`<span><strong>${impact.changed}</strong> 件变了（共 ${impact.cases} 件）</span>` : html`<span>${this.change.desk.register ? "登记表还没有核对" : "没有给出登记表"}</span>`}
        <span><strong>${data.gaps.gaps.length}</strong> 种情形没有取值</span></p>
      ${examples ? html`<details class="change-paper" ?open=${examples.flipped.length > 0}><summary>哪些算例不再相符</summary>${within("算例", sectionOf(page, "flips"))}</details>` : nothing}
      ${impact ? html`<details class="change-paper" open><summary>过去的事项会怎样</summary>${within("过去的事项", sectionOf(page, "impact"))}</details>` : nothing}
      <details class="change-paper"><summary>没有取值的情形</summary>${within("没有取值的情形", sectionOf(page, "gaps"))}</details>`;
  }

  /** @param {Partial<Effects>} parts */
  set(parts) {
    Object.assign(this, parts);
    this.packet = null;
    this.change.draw();
  }

  /** @param {any} event */
  async chosen(event) {
    const files = [...event.target.files];
    event.target.value = "";
    await this.take(files);
  }

  /** @param {File[]} files */
  async take(files) {
    await this.change.desk.work.doing("正在读取算例", async () => {
      // What is gone is not asked for, should it be cancelled on the way.
      this.own = [];
      await this.change.desk.engine.remove(OWN_EXAMPLES);
      const own = [];
      for (const file of files) {
        const path = `${OWN_EXAMPLES}/${pathOf(file)}`;
        await this.change.desk.engine.write(path, file);
        own.push(path);
      }
      this.set({ own, shipped: this.shipped && own.length === 0 });
    });
  }

  /** The command that makes the packet. */
  words(cases = true) {
    const register = cases ? this.change.desk.register : null;
    return packetWords(this.change, { examples: this.examples(), register, asOf: this.asOf });
  }

  /** What results rest on, by which they are known as old; clauses alone change none. */
  asked(cases = true) {
    const { register, turns } = this.change.desk;
    return JSON.stringify([this.words(cases), this.change.edits.cells, (cases && register?.size) || 0, turns.notices]);
  }

  /** Whether a packet is the one that would be made now. @param {import("./packet.js").Packet | null} packet */
  isFresh(packet = this.packet) {
    return packet?.asked === this.asked() && packet.version === this.change.version;
  }

  /** What is named on the command line: a folder, where all stands in one. */
  examples() {
    const tops = new Set(this.own.map((path) => path.slice(OWN_EXAMPLES.length + 1).split("/")[0]));
    const own = [...tops].map((name) => `${OWN_EXAMPLES}/${name}`);
    const shipped = this.change.opened?.examples;
    return [...(this.shipped && shipped ? [shipped] : []), ...own];
  }

  /** The whole packet, on demand: with progress, and to be cancelled. */
  async run() {
    this.faults = [];
    await this.change.desk.work.doing("正在核对", async (onProgress) => {
      try {
        await this.timed(true, (words) => this.change.desk.work.command(words, onProgress));
      } catch (error) {
        const found = /参数 (--[a-z-]+)：(.+)$/s.exec(error.message);
        if (!found) throw error;
        this.faults = [{ sheet: "", row: "", column: found[1], text: found[2] }];
      }
    });
    this.change.draw();
    return this.isFresh() ? this.packet : null;
  }

  /** @param {boolean} cases @param {(words: string[]) => Promise<{code: number}>} run */
  async timed(cases, run) {
    const began = performance.now();
    await this.make(cases, run);
    if (cases && this.change.desk.register) this.took = performance.now() - began;
  }

  /** After each change that was taken: what is quick is worked out at once. */
  async follow() {
    const { desk, opened, tables } = this.change;
    const small = (desk.register?.size ?? Infinity) < SMALL;
    const cases = desk.register !== null && (this.took === Infinity ? small : this.took < QUICK);
    if (this.working || !opened?.old || !(this.examples().length || cases)) return;
    if (this.isFresh() || this.packet?.asked === this.asked(cases) || !changesValues(tables)) return;
    this.working = true;
    this.change.draw();
    const asked = this.asked(cases);
    try {
      await this.timed(cases, (words) => desk.engine.run(words));
    } catch {
      // Nobody asked for it: whoever asks will be told.
    }
    this.working = false;
    this.change.draw();
    // Where nothing came of it, it is not tried again until something else changes.
    if (asked !== this.asked(cases)) await this.follow();
  }

  /** @param {boolean} cases @param {(words: string[]) => Promise<{code: number}>} run */
  async make(cases, run) {
    const { change } = this;
    const { version } = change;
    const asked = this.asked(cases);
    // A folder for each: another command may be at work before this one's files are read.
    const folder = place("packet", String(++this.count));
    const said = await run([...this.words(cases), "--output", folder]);
    // Without the register it does not take the place of what has it, made meanwhile.
    if (said.code > 1 || (!cases && this.isFresh())) return;
    const { engine } = change.desk;
    const [page, data] = await Promise.all(["html", "json"].map((kind) => engine.read(`${folder}/change-packet.${kind}`)));
    await engine.remove(folder);
    const text = new TextDecoder();
    this.packet = { version, asked, page: text.decode(page), bytes: data, data: JSON.parse(text.decode(data)) };
  }
}

/** What is long scrolls by itself, so that what follows is not out of sight. @param {string} title @param {Element[]} content */
const within = (title, content) =>
  html`<div class="change-within" role="region" tabindex="0" aria-label=${title}>${content}</div>`;

/** Whether anything is another one that an answer may rest on. @param {import("./model.js").Tables | null} tables */
function changesValues(tables) {
  return (tables?.difference ?? []).some((one) => !["head", "clause"].includes(one.subject));
}

/**
 * @param {{name: string, label: string, old: string | null, new: string | null}[]} parts
 * @param {"old" | "new"} which @param {(text: string, name: string) => string} say
 */
function side(parts, which, say) {
  const told = parts.filter((one) => one.old !== one.new);
  if (told.every((one) => one[which] === null)) return "（没有）";
  // Of what is there on one side alone, what it lacks is not told.
  const alone = told.every((one) => one[which === "old" ? "new" : "old"] === null);
  return told.filter((one) => !alone || one[which] !== null).map((one) => html`<div>
    ${told.length > 1 ? html`<span class="quiet">${one.label}</span> ` : nothing}${say(one[which] ?? "—", one.name)}</div>`);
}
