// What all views share: the engine, the work in hand, what was dropped, and who wants to know.

import { Engine } from "../engine/engine.js";
import { isBeingChanged } from "../engine/places.js";
import { Work } from "./work.js";

/**
 * @typedef {object} Policy a policy that can be chosen, as `policy list --format json` tells it
 * @property {string} id what --policy takes: a name, or the path of a folder in the engine
 * @property {string} title
 * @property {string[]} versions newest first
 * @property {Record<string, string>} variants titles of other readings, by name
 * @property {{label: string, title: string, effective: string | null, digest: string}[]} editions newest first
 */

/** One desk: made when the page starts, given to every view. */
export class Desk {
  /** @param {Record<string, Blob>} parts @param {HTMLElement} bar where work is told of */
  constructor(parts, bar) {
    this.engine = new Engine(parts);
    this.work = new Work(this.engine, bar);
    /** The policies that can be chosen: shipped ones, and the edition that is being changed. @type {Policy[]} */
    this.policies = [];
    /** The day that is today for the desk (YYYY-MM-DD). */
    this.today = shanghaiToday();
    /** @type {import("./register.js").Register | null} */
    this.register = null;
    /** How often the notices, and the edition that is being changed, became others. */
    this.turns = { notices: 0, edition: 0 };
    /** By what the register was assessed last, so that it need not be chosen again. @type {{policy?: string, asOf?: string}} */
    this.chosen = {};
    /** What closing the page would lose, each by its name. @type {Set<string>} */
    this.losing = new Set();
    /** @type {Set<() => void>} */
    this.listeners = new Set();
  }

  /** Call when something shared has changed: a register, the policies, the notices. */
  changed() {
    for (const listener of this.listeners) listener();
  }

  /** Call when an answer given so far may be another one now. @param {"notices" | "edition"} what */
  turned(what) {
    this.turns[what] += 1;
    this.changed();
  }

  /** By what an answer under a policy is given: where it differs, the answer is old. @param {string} policy */
  basis(policy) {
    const { notices, edition } = this.turns;
    return `${notices} ${isBeingChanged(policy) ? edition : ""}`;
  }

  /** @param {() => void} listener @returns {() => void} what ends it */
  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Today in China, wherever the machine's clock thinks it is. */
function shanghaiToday() {
  const shifted = new Date(Date.now() + 8 * 3600 * 1000);
  return shifted.toISOString().slice(0, 10);
}
