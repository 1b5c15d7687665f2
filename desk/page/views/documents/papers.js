// What is chosen and typed on the page of documents (文书): in memory alone, gone with the page.

import { place } from "../../engine/places.js";
import { lastAsked } from "../../shell/fresh.js";

/**
 * @typedef {{field: string, title: string, required: boolean, giver: string, list: boolean,
 *   free: boolean, date: boolean, phone: boolean, note: string}} Field a field of a letter
 * @typedef {{kind: string, title: string, layout: string, audiences: string[], fields?: Field[]}} Kind
 * @typedef {{text: string, readers: string[]}} Given what the office gives for a field, and for whom
 * @typedef {Record<string, string>} Person by key, what is known of somebody
 * @typedef {{file: string, path: string, place: string, text: string}} Fault
 * @typedef {{name: string, path: string}} Held a file that the engine has
 * @typedef {"letter" | "bulletin" | "rulebook" | "account"} Part
 * @typedef {[string, string][]} Terms each with its words
 * @typedef {{audiences: Terms, roles: Terms, person: Terms, results: string[], events: Terms,
 *   groups: Terms, givers: Record<string, string>, several: string}} Choices
 * @typedef {{of: Held, columns: string[], count: number, numbers: string[]}} Listing of a register or a file
 * @typedef {{name: string, title: string, seconds: number, notes: string[], asked: string}} Made
 */

/** @type {Record<Part, string>} */
export const PARTS = {
  letter: "告知书、函、表格",
  bulletin: "通报、台账",
  rulebook: "规则手册",
  account: "期限核算单",
};

/** Where the engine keeps what this page gives it. */
export const FOLDER = place("documents");

/** @template Value @param {Value} value @returns {Record<Part, Value>} */
const each = (value) => ({ letter: value, bulletin: value, rulebook: value, account: value });

/** Everything chosen and typed; who changes it calls `redraw`. */
export class Papers {
  /** @param {import("../../shell/desk.js").Desk} desk @param {() => void} redraw */
  constructor(desk, redraw) {
    this.desk = desk;
    this.redraw = redraw;
    /** Asks without the bar of work. */
    this.latest = lastAsked(desk);
    /** @type {Part} */
    this.part = "letter";
    /** What can be chosen, once Python told it. @type {Choices | null} */
    this.choices = null;
    /** @type {Kind[]} */
    this.kinds = [];
    this.kind = "";
    /** @type {{source: "register" | "file", file: Held | null, number: string}} */
    this.about = { source: "register", file: null, number: "" };
    /** @type {Listing | null} */
    this.listing = null;
    this.question = { policy: "", edition: "", variant: "", asOf: desk.today, noAssumed: false, knownOn: "", region: "" };
    /** Whether the question was answered on this page. */
    this.touched = false;
    /** @type {Record<Part, string>} */
    this.audience = { letter: "", bulletin: "superior", rulebook: "", account: "petitioner" };
    /** For whom each kind of letter was last written. @type {Map<string, string>} */
    this.readers = new Map();
    /** @type {Person[]} */
    this.people = [{ role: "petitioner" }];
    /** What the office gives, by field; whichever kind of letter has it. @type {Record<string, Given>} */
    this.given = {};
    const [from, to] = lastMonth(desk.today);
    this.bulletin = {
      ...{ from, to, asOf: "", datedBy: "", ledger: false },
      by: /** @type {Record<string, string>} */ ({}),
      previous: /** @type {Held | null} */ (null),
      threshold: /** @type {Held | null} */ (null),
    };
    this.rulebook = { from: `${desk.today.slice(0, 8)}01`, examples: /** @type {Held[]} */ ([]) };
    /** @type {Record<Part, Fault[]>} */
    this.faults = each(/** @type {Fault[]} */ ([]));
    /** @type {Record<Part, Made | null>} */
    this.made = each(/** @type {Made | null} */ (null));
  }

  /** The kind of letter that is chosen. */
  get form() {
    return this.kinds.find((one) => one.kind === this.kind);
  }

  /** The fields of it that the office gives. */
  get hostFields() {
    return (this.form?.fields ?? []).filter((one) => one.giver === "host");
  }

  /** The people of whom something is typed. */
  get known() {
    return this.people.filter(({ role: _, ...told }) => Object.values(told).some((text) => text.trim()));
  }

  /** The register, or the file that a case is taken from; null where there is none. @returns {Held | null} */
  get source() {
    const own = this.part !== "bulletin" && this.about.source === "file";
    return own ? this.about.file : this.desk.register;
  }

  /** The policy that is chosen; the first one until then. */
  get policy() {
    const { policies } = this.desk;
    return policies.find((one) => one.id === this.question.policy) ?? policies[0];
  }

  /** Until something else is chosen here: the policy and the day by which the register was assessed. */
  follow() {
    if (!this.touched) Object.assign(this.question, this.desk.chosen);
  }

  /** @param {string} name a field @param {Partial<Given>} given */
  give(name, given) {
    const former = this.given[name] ?? { text: "", readers: [] };
    this.given[name] = { ...former, ...given };
    this.desk.losing.add(`文书 ${name}`);
    this.redraw();
  }

  /** @param {Person[]} people */
  setPeople(people) {
    this.people = people;
    this.desk.losing.add("文书 当事方");
    this.redraw();
  }
}

/** The first and the last day of the month before a day. @param {string} today */
function lastMonth(today) {
  const [year, month] = today.split("-").map(Number);
  const iso = (/** @type {number} */ day) => new Date(day).toISOString().slice(0, 10);
  return [iso(Date.UTC(year, month - 2, 1)), iso(Date.UTC(year, month - 1, 0))];
}
