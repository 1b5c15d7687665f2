// One case typed in a form (一件): what the policy can use is asked, the library answers.

import { html, nothing, render } from "lit-html";
import { place } from "../../engine/places.js";
import { editionWords } from "../../shell/editions.js";
import { save } from "../../shell/files.js";
import { lastAsked } from "../../shell/fresh.js";
import { showAccount } from "./account.js";
import { answerPanel } from "./answer.js";
import { policyOf } from "./choices.js";
import { eventId, historyRows } from "./history.js";
import { fieldInput } from "./inputs.js";
import { inputAt, placeOf, refusals } from "./places.js";
import { questionParts } from "./question.js";
import { fileOf, isTyped, nothingTyped, recordOf, typedOf } from "./record.js";

const CASE = place("form", "case.json");

/**
 * The form of one case.
 * @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk
 */
export function mountForm(root, desk) {
  const form = new Form(root, desk);
  desk.onChange(() => form.refresh());
  form.refresh();
}

/** @typedef {{number: Field, groups: {title: string, fields: Field[]}[], others: Field[], steps: Step[], other_steps: Step[]}} Shape */
/** @typedef {import("./record.js").Field} Field */
/** @typedef {import("./record.js").Step} Step */

class Form {
  /** @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk */
  constructor(root, desk) {
    this.root = root;
    this.desk = desk;
    this.latest = lastAsked(desk);
    this.typed = nothingTyped();
    /** @type {import("./question.js").Question} */
    this.question = { policy: "", edition: "", variant: "", asOf: desk.today, knownOn: "" };
    /** @type {Shape | null} */
    this.shape = null;
    /** @type {import("./places.js").Wrong[]} */
    this.faults = [];
    /** @type {import("./answer.js").Given | null} */
    this.answer = null;
    /** Rises with all that is typed, so that an answer to what stood there before is known as old. */
    this.turn = 0;
    /** What the policy cannot use and was asked for all the same. @type {Set<string>} */
    this.asked = new Set();
    root.classList.add("form-root");
  }

  /** The policies have changed: ask again what the chosen one can use. */
  async refresh() {
    const { desk, question } = this;
    const { policy } = question;
    if (!desk.policies.some((one) => one.id === question.policy)) question.policy = desk.policies[0]?.id ?? "";
    if (question.policy === "") return this.draw();
    // Another reading belongs to another policy.
    if (question.policy !== policy) question.edition = question.variant = "";
    this.shape = (await this.latest(() => desk.work.question("forms.fields", { policy: policyOf(question) }))) ?? this.shape;
    this.draw();
  }

  /** All fields by name, those that the policy cannot use too. @returns {Map<string, Field>} */
  get fields() {
    const shape = /** @type {Shape} */ (this.shape);
    const every = [...shape.groups.flatMap((one) => one.fields), ...shape.others];
    return new Map(every.map((one) => [one.name, one]));
  }

  /** All steps by name. @returns {Map<string, Step>} */
  get steps() {
    const shape = /** @type {Shape} */ (this.shape);
    return new Map([...shape.steps, ...shape.other_steps].map((one) => [one.value, one]));
  }

  /** By what an answer is given: where it differs, the answer is old. */
  get basis() {
    return JSON.stringify([this.turn, this.question, this.desk.basis(this.question.policy)]);
  }

  changed() {
    this.turn += 1;
    this.desk.losing.add("事项");
    this.draw();
  }

  /** Something else is asked now. @param {boolean} whole of a policy or version with other fields */
  asks(whole) {
    this.draw();
    if (whole) this.refresh();
  }

  /** @param {string} place such as people or events/0/at */
  faultsAt(place) {
    const { events } = this.typed;
    return this.faults.filter((one) => placeOf(one.pointer, events) === place).map((one) => one.text);
  }

  draw() {
    const { desk, shape } = this;
    render(
      html`${questionParts(desk, this.question, (whole) => this.asks(whole))}
        ${shape ? html`<div class="form-sides">${this.form(shape)} ${this.result()}</div>` : nothing}
        <div class="form-account"></div>`,
      this.root,
    );
  }

  /** @param {Shape} shape */
  form(shape) {
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.assess();
    };
    const number = {
      id: "form-number",
      value: this.typed.number,
      take: (/** @type {string} */ value) => this.type(() => (this.typed.number = value)),
      faults: this.faultsAt("case_no"),
    };
    return html`<form class="form-case no-print" @submit=${submit} autocomplete="off">
      ${this.summary()} ${fieldInput(shape.number, number)} ${this.history(shape)} ${this.groups(shape)}
      <div class="row form-doing">
        <button type="submit" class="first">评估</button>
        <button type="button" @click=${() => this.store()}>存事项</button>
        <label class="button">打开事项<input type="file" class="away" accept=".json"
          @change=${(/** @type {any} */ event) => this.open(event.target)} /></label>
        <button type="button" @click=${() => this.clear()}>清空</button>
      </div>
    </form>`;
  }

  /** What the library refused. */
  summary() {
    const placed = this.faults.map(({ pointer, text }) => {
      const place = placeOf(pointer, this.typed.events);
      return { place, title: this.titleOf(place), text };
    });
    return refusals(placed, (place) => this.go(place));
  }

  /** @param {string} place */
  titleOf(place) {
    const [first, index] = place.split("/");
    if (first === "case_no") return "信访件编号";
    if (first !== "events") return this.fields.get(first)?.title ?? first;
    const event = this.typed.events[Number(index)];
    return event ? `第 ${Number(index) + 1} 步 ${this.steps.get(event.kind)?.title ?? ""}` : "经过";
  }

  /** @param {Shape} shape */
  history(shape) {
    const { events } = this.typed;
    const happened = {
      events,
      steps: shape.steps,
      known: this.steps,
      faultsAt: (/** @type {string} */ place) => this.faultsAt(place),
      changed: () => this.type(() => {}),
    };
    const remove = (/** @type {number} */ index) => {
      this.type(() => events.splice(index, 1));
      document.getElementById(events.length ? eventId(Math.max(0, index - 1), "kind") : "form-add-step")?.focus();
    };
    return historyRows(happened, (kind) => this.addStep(kind, "kind"), remove);
  }

  /** @param {Shape} shape */
  groups(shape) {
    const { facts } = this.typed;
    const extra = shape.others.filter((one) => this.asked.has(one.name) || facts[one.name] !== undefined);
    const groups = extra.length ? [...shape.groups, { title: "所选办法用不到的", fields: extra }] : shape.groups;
    return groups.map((group, place) => {
      const filled = group.fields.filter((one) => facts[one.name]?.length).length;
      return html`<details class="form-group" ?open=${place === 0}>
        <summary>${group.title} <span class="quiet">${group.fields.length} 项${filled ? `，已填 ${filled} 项` : ""}</span></summary>
        <div class="form-fields">${group.fields.map((field) => this.fact(field))}</div>
      </details>`;
    });
  }

  /** @param {Field} field */
  fact(field) {
    return fieldInput(field, {
      id: `form-fact-${field.name}`,
      value: this.typed.facts[field.name],
      take: (value) => this.type(() => (this.typed.facts[field.name] = value)),
      faults: this.faultsAt(field.name),
    });
  }

  /** @param {() => void} change of what is typed */
  type(change) {
    change();
    this.changed();
  }

  /** @param {string} kind @param {string} focus the part of the new row to begin with */
  addStep(kind, focus) {
    const { events } = this.typed;
    this.type(() => events.push({ kind, day: "", time: "" }));
    document.getElementById(eventId(events.length - 1, focus))?.focus();
  }

  /** Lead to a place: open the group that it is in, and go there. @param {string} place */
  go(place) {
    if (!inputAt(place)) {
      this.asked.add(place);
      this.draw();
    }
    const input = inputAt(place);
    input?.closest("details")?.setAttribute("open", "");
    input?.focus();
  }

  /** What is missing is filled in at its place. @param {import("./answer.js").Missing} missing */
  fill(missing) {
    if (missing.field) return this.go(missing.field);
    const { events } = this.typed;
    const open = events.findIndex((one) => one.kind === missing.step && !isTyped(one));
    if (open >= 0) document.getElementById(eventId(open, "day"))?.focus();
    else this.addStep(/** @type {string} */ (missing.step), "day");
  }

  async assess() {
    const { desk, question } = this;
    const record = recordOf(this.typed, this.fields, this.steps);
    const { basis } = this;
    const words = ["--policy", policyOf(question), "--as-of", question.asOf || desk.today];
    if (question.variant) words.push("--variant", question.variant);
    if (question.knownOn) words.push("--known-on", question.knownOn);
    const made = await desk.work.doing("正在评估", async (onProgress) => {
      this.faults = await desk.work.question("forms.check", { policy: policyOf(question), record });
      if (this.faults.length) return null;
      await desk.engine.write(CASE, new Blob([fileOf(record)]));
      const said = await desk.work.command(["assess", CASE, ...words, "--format", "json"], onProgress);
      return { text: said.out, words, basis, told: await desk.work.question("shown.answer", { words: [CASE, ...words] }) };
    });
    if (made === undefined) return;
    if (made) {
      this.answer = made;
      // What was shown is the account of another answer.
      render(nothing, this.paper);
    }
    this.draw();
    if (made) /** @type {HTMLElement | null} */ (this.root.querySelector(".form-answer h2"))?.focus();
    else this.go(placeOf(this.faults[0].pointer, this.typed.events));
  }

  result() {
    const { answer } = this;
    const told = answer && { ...answer.told, policy: editionWords(this.desk.policies, answer.told.policy) };
    return answerPanel(answer && told && { ...answer, told, outdated: answer.basis !== this.basis }, {
      fill: (missing) => this.fill(missing),
      account: () => this.account(),
      save: () => save("评估结果.json", /** @type {any} */ (answer).text, "application/json"),
    });
  }

  /** Where the account is shown, over the whole width. */
  get paper() {
    return /** @type {HTMLElement} */ (this.root.querySelector(".form-account"));
  }

  account() {
    const { variant, asOf, knownOn } = this.question;
    const caseNo = /** @type {NonNullable<Form["answer"]>} */ (this.answer).told.case_no;
    return showAccount(this.paper, this.desk, {
      ...{ path: CASE, file: ["事项.json"], caseNo, policy: policyOf(this.question), variant, knownOn },
      asOf: asOf || this.desk.today,
    });
  }

  /** Save the case as the file that the command line reads. */
  store() {
    save("事项.json", fileOf(recordOf(this.typed, this.fields, this.steps)), "application/json");
    this.desk.losing.delete("事项");
  }

  /** @param {HTMLInputElement} input */
  async open(input) {
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    const { desk, question } = this;
    await desk.work.doing("正在读取事项", async () => {
      const path = place("form", "opened.json");
      this.typed = typedOf(await desk.work.questionOf("forms.opened", path, file, { policy: policyOf(question) }));
      this.faults = [];
      this.turn += 1;
      // What stands here now is in that file.
      desk.losing.delete("事项");
    });
    this.draw();
  }

  clear() {
    this.typed = nothingTyped();
    this.turn += 1;
    this.asked.clear();
    this.faults = [];
    this.answer = null;
    this.desk.losing.delete("事项");
    render(nothing, this.paper);
    this.draw();
    document.getElementById("form-number")?.focus();
  }
}
