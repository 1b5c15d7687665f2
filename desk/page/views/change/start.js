// Step 1: a new edition by a notice, or one that was saved before.

import { html, nothing } from "lit-html";
import { takesDropped } from "./dropping.js";
import { field } from "./fields.js";

/** Which field an option of `policy new` is typed in. */
const COLUMNS = /** @type {Record<string, string>} */ ({
  "--effective": "effective", "--notice": "notice", "--switch-on": "switch",
});
const EDITION = /\.(toml|zip)$/i;
const REFUSED = /参数 (--[a-z-]+)：(.+)$/s;

export class Start {
  /** @param {import("./model.js").Change} change @param {() => void} onBegun */
  constructor(change, onBegun) {
    this.change = change;
    this.onBegun = onBegun;
    this.typed = { policy: "", effective: "", notice: "", switches: false, switch: "" };
    /** @type {import("./model.js").Fault[]} */
    this.faults = [];
  }

  view() {
    const { desk, opened } = this.change;
    const policies = desk.policies.map((one) => ({ value: one.id, text: one.title }));
    const type = (/** @type {"policy" | "effective" | "notice" | "switch"} */ name) =>
      (/** @type {string} */ text) => { this.typed[name] = text; };
    const faults = this.faults;
    return html`<form @submit=${(/** @type {Event} */ event) => this.submit(event)}>
      <div class="row change-start">
        ${field({ id: "new-policy", label: "改哪个办法", value: this.typed.policy, choices: policies, empty: "请选择",
          onInput: type("policy"), faults, column: "policy" })}
        ${field({ id: "new-effective", label: "施行日", value: this.typed.effective, size: 12, hint: "如 2027-03-01", onInput: type("effective"), faults, column: "effective" })}
        ${field({ id: "new-notice", label: "通知名称", value: this.typed.notice, size: 36, hint: "如 关于调整办理时限和奖励的通知", onInput: type("notice"), faults, column: "notice" })}
      </div>
      <fieldset class="row change-plain"><legend>施行时在办的事项</legend>
        ${this.choice(false, "沿用原办法，施行日以后登记的才适用新版本")}
        ${this.choice(true, "也改用新版本")}
        ${this.typed.switches
          ? field({ id: "new-switch", label: "改用之日（不写就是施行日）", value: this.typed.switch, size: 12, onInput: type("switch"), faults, column: "switch" })
          : nothing}
      </fieldset>
      ${this.others()}
      <div class="row"><button class=${opened ? "" : "first"}>${opened ? "另建一个新版本" : "建新版本"}</button></div>
    </form>
    ${this.again()}`;
  }

  /** @param {boolean} value @param {string} text */
  choice(value, text) {
    return html`<label><input type="radio" name="open-cases" .checked=${this.typed.switches === value}
      @change=${() => { this.typed.switches = value; this.change.draw(); }}> ${text}</label>`;
  }

  others() {
    const told = this.faults.filter((one) => !one.column);
    return told.length ? html`<p class="late change-fault" role="alert">${told.map((one) => one.text).join("\n")}</p>` : nothing;
  }

  /** Where an edition goes on that was saved before. */
  again() {
    const { opened } = this.change;
    return html`<div class="drop change-drop no-print" @dragover=${over} @drop=${takesDropped(this.change.desk, (files) => this.take(files))}>
      接着改以前保存的：把版本文件（.toml，可以几个，或者保存的 .zip）${opened ? "或者改过的工作簿（.xlsx）" : ""}拖到这里，或者
      <label class="button">选择文件<input type="file" class="away" multiple accept=".toml,.zip,.xlsx"
        @change=${(/** @type {any} */ event) => this.taken(event)}></label>
      <label class="button">选择文件夹<input type="file" class="away" .webkitdirectory=${true}
        @change=${(/** @type {any} */ event) => this.taken(event)}></label>
    </div>`;
  }

  /** @param {any} event */
  async taken(event) {
    const files = [...event.target.files];
    event.target.value = "";
    await this.take(files);
  }

  /** @param {File[]} files */
  async take(files) {
    const { desk } = this.change;
    const editions = files.filter((one) => EDITION.test(one.name));
    const books = files.filter((one) => !EDITION.test(one.name) && !/(^|\/)[.~]/.test(one.name));
    if (editions.length === 0 && books.length === 1) return this.takeBook(books[0]);
    if (editions.length === 0 || books.length) {
      desk.work.say("这里放办法的版本文件（.toml 或者 .zip），或者一个改过的工作簿（.xlsx）；两样请分开放。");
      return;
    }
    if (!this.mayLeave()) return;
    const begun = await desk.work.doing("正在读取版本", async () => {
      await this.change.resume(editions);
      return true;
    });
    if (begun) this.onBegun();
    this.change.draw();
  }

  /** @param {File} book */
  async takeBook(book) {
    if (!this.change.opened) {
      this.change.desk.work.say("工作簿要写回它的版本：请先放导出它的版本文件（.toml），或者先建新版本。");
      return;
    }
    if (!(await this.change.takeWorkbook(book)) && this.change.faults.length) {
      this.change.desk.work.say(this.change.faults.map((one) => one.text).join("\n"));
    }
  }

  mayLeave() {
    return !this.change.unsaved || !this.change.opened
      || window.confirm("正在改的版本还没有保存，另开一个就没有了。要继续吗？");
  }

  /** @param {Event} event */
  async submit(event) {
    event.preventDefault();
    if (!this.mayLeave()) return;
    const { policy, effective, notice, switches, switch: day } = this.typed;
    if (!policy) {
      this.faults = [{ sheet: "", row: "", column: "policy", text: "请选择要改的办法" }];
      return this.change.draw();
    }
    const words = [policy, "--effective", effective, "--notice", notice];
    if (switches) words.push("--open-cases", "switch", ...(day.trim() ? ["--switch-on", day] : []));
    this.faults = [];
    const begun = await this.change.desk.work.doing("正在建新版本", async () => {
      try {
        await this.change.begin(words);
        return true;
      } catch (error) {
        this.faults = refusals(error);
        return false;
      }
    });
    this.change.draw();
    if (begun) this.onBegun();
    else document.getElementById(`new-${this.faults[0]?.column || "policy"}`)?.focus();
  }
}

/** What the command line says of one of its options is told at its field. @param {Error} error */
function refusals(error) {
  const found = REFUSED.exec(error.message);
  return [{ sheet: "", row: "", column: found ? COLUMNS[found[1]] ?? "" : "", text: found ? found[2] : error.message }];
}

/** @param {Event} event */
const over = (event) => event.preventDefault();
