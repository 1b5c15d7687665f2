// Step 5: what is kept: the edition, its workbook, and the packet that is signed.

import { html, nothing } from "lit-html";
import { place } from "../../engine/places.js";
import { save } from "../../shell/files.js";
import { showPaper } from "../../shell/paper.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export class Saving {
  /** @param {import("./model.js").Change} change @param {import("./effects.js").Effects} effects */
  constructor(change, effects) {
    this.change = change;
    this.effects = effects;
    /** What is shown, though another one may be at hand by now. @type {import("./packet.js").Packet | null} */
    this.shown = null;
    this.paper = document.createElement("div");
  }

  view() {
    const { opened } = this.change;
    const old = this.shown !== null && !this.effects.isFresh(this.shown);
    return html`<div class="row">
        ${opened?.old ? html`<button type="button" class="first" @click=${() => this.packet()}>生成变更包</button>` : nothing}
        <button type="button" @click=${() => this.edition()}>保存新版本（${opened?.file}）</button>
        <button type="button" @click=${() => this.archive()}>保存全部版本（.zip）</button>
        <button type="button" @click=${() => this.workbook()}>保存工作簿（.xlsx）</button>
      </div>
      <p role="status" class=${this.change.unsaved ? "soon" : "fine"}>${this.change.unsaved ? "新版本还没有保存。" : "新版本已保存。"}</p>
      ${old ? html`<p class="soon">下面是改动以前的变更包，请重新生成。</p>` : nothing}
      <div class="change-packet" ?hidden=${!this.shown}>
        <div class="row no-print"><strong>变更包</strong><button type="button" @click=${() => this.data()}>存为数据（change-packet.json）</button></div>
        ${this.paper}</div>`;
  }

  get name() {
    return `${this.change.opened?.policy_id}-${this.change.tables?.effective || "undated"}`;
  }

  async packet() {
    const { effects, change } = this;
    const made = effects.isFresh() ? effects.packet : await effects.run();
    if (!made) return;
    this.shown = made;
    change.draw();
    showPaper(this.paper, made.page, "change-packet.html", "变更包");
    this.paper.parentElement?.scrollIntoView({ block: "start" });
  }

  /** Those of the document that is shown. */
  data() {
    if (this.shown) save("change-packet.json", this.shown.bytes, "application/json");
  }

  async edition() {
    const { folder, opened, desk } = this.change;
    await desk.work.doing("正在保存", async () => {
      save(opened?.file ?? "", await desk.engine.read(`${folder}/${opened?.file}`));
      this.change.unsaved = false;
    });
    this.change.draw();
  }

  async archive() {
    const { folder, desk } = this.change;
    await desk.work.doing("正在保存", async () => {
      await desk.work.question("changes.packed", { folder, path: place("editions.zip") });
      save(`${this.name}.zip`, await desk.engine.read(place("editions.zip")), "application/zip");
      this.change.unsaved = false;
    });
    this.change.draw();
  }

  async workbook() {
    const { folder, desk } = this.change;
    await desk.work.doing("正在写工作簿", async () => {
      await desk.work.command(["policy", "export", folder, "--output", place("edition.xlsx")]);
      save(`${this.name}.xlsx`, await desk.engine.read(place("edition.xlsx")), XLSX);
    });
  }
}
