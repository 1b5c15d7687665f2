// The edition that is being changed: what was typed, what the library made of it, how to go back.

import { editionPlace, isBeingChanged, place } from "../../engine/places.js";
import { lastAsked } from "../../shell/fresh.js";

/** @typedef {Record<string, string>} Typed what is typed in a row, by column */
/** @typedef {{cells: Record<string, Record<string, Typed>>, added: Typed[]}} Edits */
/** @typedef {{text: string, list?: number, form?: string, was?: string}} Cell */
/** @typedef {{key: string, cells: Record<string, Cell>}} Row */
/** @typedef {{name: string, title: string, columns: {name: string, title: string}[], rows: Row[]}} Sheet */
/** @typedef {{sheet: string, row: string, column: string, text: string}} Fault */
/** @typedef {{severity: string, text: string, variant: string}} Caution */
/**
 * @typedef {object} Tables what xinfang_desk.changes.amended answers
 * @property {string} label @property {string} title @property {string} notice
 * @property {string} effective @property {string[][]} lists
 * @property {{id: string, locator: string, new: boolean, used: boolean}[]} clauses
 * @property {{id: string, locator: string}} next @property {Sheet[]} sheets
 * @property {string[]} told @property {any[]} difference @property {Caution[]} cautions
 */
/** @typedef {{file: string, old: string, policy_id: string, examples: string, policy: any}} Opened */
/** @typedef {{edits: Edits, what: string}} Step */

/** @param {Edits} edits @returns {Edits} */
const copied = (edits) => JSON.parse(JSON.stringify(edits)); // structuredClone is newer than some kernels

/** @returns {Edits} */
const NOTHING = () => ({ cells: {}, added: [] });

const THIS = "新版本";

/** One change of one policy. */
export class Change {
  /** @param {import("../../shell/desk.js").Desk} desk @param {() => void} draw */
  constructor(desk, draw) {
    this.desk = desk;
    this.draw = draw;
    this.folder = "";
    /** Where the edition is kept as it was when it was taken in hand. */
    this.base = "";
    this.count = 0;
    /** @type {Opened | null} */
    this.opened = null;
    /** @type {Tables | null} */
    this.tables = null;
    /** @type {Edits} */
    this.edits = NOTHING();
    /** What undoing goes back to, the last one at the end. @type {Step[]} */
    this.steps = [];
    /** What could not be taken, each at its cell. @type {Fault[]} */
    this.faults = [];
    /** Rises with each accepted change, so that what was worked out before it is known as old. */
    this.version = 0;
    /** What was asked before is answered first. @type {Promise<unknown>} */
    this.before = Promise.resolve();
    /** @type {() => void} */
    this.onAccepted = () => {};
    this.notices = desk.turns.notices;
    this.latest = lastAsked(desk);
    desk.onChange(() => this.noticed());
  }

  /** What is to be confirmed rests on the notices in use: with others it is asked for again. */
  noticed() {
    const { notices } = this.desk.turns;
    if (notices === this.notices) return;
    this.notices = notices;
    if (!this.opened) return;
    const asked = async () => {
      const { folder, base, opened, edits, version } = this;
      const given = { folder, base, old: opened?.old, edits };
      const tables = await this.latest(() => this.desk.work.question("changes.amended", given));
      // What was changed meanwhile has tables of its own.
      if (!tables || tables.faults || version !== this.version) return;
      this.tables = tables;
      this.draw();
    };
    this.before = this.before.then(asked).catch(() => {});
  }

  /** The next edition of a policy, in a folder of its own. @param {string[]} words of `policy new` */
  begin(words) {
    return this.open(true, (folder) => this.desk.work.command(["policy", "new", ...words, "--output", folder]));
  }

  /** An edition that was saved before. @param {File[]} files */
  resume(files) {
    return this.open(false, async (folder) => {
      for (const file of files) {
        const path = `${folder}/${file.name.split("/").pop()}`;
        await this.desk.engine.write(path, file);
        if (/\.zip$/i.test(path)) await this.desk.work.question("changes.unpacked", { path, folder });
      }
    });
  }

  /**
   * Put an edition in a new folder and take it in hand; where that fails, the former one stays.
   * @param {boolean} unsaved @param {(folder: string) => Promise<unknown>} fill
   */
  async open(unsaved, fill) {
    const { engine, work } = this.desk;
    const former = [this.folder, this.base].filter(Boolean);
    const number = ++this.count;
    const folder = editionPlace(number);
    const base = place("base", String(number));
    try {
      await fill(folder);
      const opened = await work.question("changes.opened", { folder, base });
      const given = { folder, base, old: opened.old, edits: NOTHING() };
      const tables = await work.question("changes.amended", given);
      for (const path of [folder, base]) await engine.keep(path);
      Object.assign(this, { folder, base, opened, tables, edits: NOTHING(), steps: [], faults: [] });
    } catch (error) {
      for (const path of [folder, base]) engine.remove(path).catch(() => {});
      throw error;
    }
    // From here on nothing is waited for: whoever cancels now has the edition in hand.
    this.unsaved = unsaved;
    for (const path of former) engine.remove(path).catch(() => {});
    this.show(this.opened?.policy);
    this.accepted();
  }

  /** Whether closing the page would lose what was changed. */
  get unsaved() {
    return this.desk.losing.has(THIS);
  }

  set unsaved(unsaved) {
    if (unsaved) this.desk.losing.add(THIS);
    else this.desk.losing.delete(THIS);
  }

  /** Let every view choose the edition. @param {any} policy */
  show(policy) {
    const others = this.desk.policies.filter((one) => !isBeingChanged(one.id));
    const title = `${policy.title}（正在改：${policy.versions[0]} 起施行）`;
    this.desk.policies = [...others, { ...policy, title }];
    this.desk.changed();
  }

  accepted() {
    this.version += 1;
    this.desk.turned("edition");
    this.draw();
    this.onAccepted();
  }

  /**
   * Ask for the edition with other edits; where anything cannot be taken, all stays as it was.
   * One after the other, however fast somebody clicks.
   * @param {(edits: Edits) => Edits | void} alter what makes the other edits of the present ones
   * @param {string} what is done, for undoing
   * @returns {Promise<boolean>} whether they were taken
   */
  apply(alter, what) {
    const taken = this.before.then(() => this.applied(alter, what));
    this.before = taken.catch(() => {});
    return taken;
  }

  /** @param {(edits: Edits) => Edits | void} alter @param {string} what @returns {Promise<boolean>} */
  async applied(alter, what) {
    const edits = copied(this.edits);
    const wanted = alter(edits) ?? edits;
    const taken = await this.desk.work.doing("正在核对改动", async () => {
      const given = { folder: this.folder, base: this.base, old: this.opened?.old, edits: wanted };
      const answer = await this.desk.work.question("changes.amended", given);
      this.faults = answer.faults ?? [];
      if (this.faults.length) return false;
      // Whoever cancels before this has all as it was.
      await this.desk.engine.keep(this.folder);
      this.steps.push({ edits: this.edits, what });
      this.edits = wanted;
      this.tables = answer;
      this.unsaved = true;
      this.accepted();
      return true;
    });
    this.draw();
    return taken ?? false;
  }

  /** @param {string} sheet @param {string} row @param {Typed} typed @param {string} what */
  change(sheet, row, typed, what) {
    return this.apply(({ cells }) => {
      const rows = (cells[sheet] ??= {});
      rows[row] = { ...rows[row], ...typed };
    }, what);
  }

  /** Take back all that was changed in a row. @param {string} sheet @param {string} row @param {string} what */
  restore(sheet, row, what) {
    return this.apply(({ cells }) => {
      delete cells[sheet]?.[row];
    }, what);
  }

  /** @param {Typed} clause @param {string} [instead] the id of the one that it takes the place of */
  addClause(clause, instead) {
    return this.apply(({ added }) => {
      const at = added.findIndex((one) => one.id === instead);
      if (at < 0) added.push(clause);
      else added[at] = clause;
    }, `条款 ${clause.id}`);
  }

  /** @param {string} id */
  removeClause(id) {
    return this.apply((edits) => {
      edits.added = edits.added.filter((one) => one.id !== id);
    }, `删去条款 ${id}`);
  }

  /** What a changed workbook says, beside what was typed. @param {File} file */
  async takeWorkbook(file) {
    const edits = await this.desk.work.doing("正在读取工作簿", async () => {
      const path = place("book", file.name.replaceAll("/", "_"));
      const given = { folder: this.folder, edits: this.edits };
      return this.desk.work.questionOf("changes.from_workbook", path, file, given);
    });
    return edits ? this.apply(() => edits, `工作簿 ${file.name}`) : false;
  }

  /** Take back the last step. */
  async undo() {
    const last = this.steps.pop();
    if (!last) return;
    const kept = [...this.steps];
    const undone = await this.apply(() => last.edits, "");
    this.steps = undone ? kept : [...kept, last];
    this.draw();
  }

  /** @param {string} sheet @param {string} row @returns {Fault[]} */
  faultsOf(sheet, row) {
    return this.faults.filter((one) => one.sheet === sheet && one.row === row);
  }
}
