// A case as it is typed, and as the record that the library reads (JSON, keys of the contract).

/**
 * @typedef {object} Field a field of the form, as forms.fields tells it
 * @property {string} name
 * @property {string} title
 * @property {"choice" | "choices" | "truth" | "number" | "amount" | "date" | "text"} kind
 * @property {{value: string, title: string}[]} [options]
 * @property {string} [hint]
 * @property {boolean} [needed]
 */

/**
 * @typedef {object} Step a kind of event
 * @property {string} value
 * @property {string} title
 * @property {boolean} timed whether its hour counts
 * @property {Field[]} details
 */

/**
 * @typedef {object} Typed what stands in the form: everything as text, lists for many choices
 * @property {string} number
 * @property {Record<string, string | string[]>} facts
 * @property {Record<string, string>[]} events each with kind, day, time and its details
 */

/** @returns {Typed} an empty form, with one step to begin with */
export const nothingTyped = () => ({ number: "", facts: {}, events: [{ kind: "receive", day: "", time: "" }] });

/**
 * The record of what is typed; what the library does not take stays as it is typed, so that the
 * library says what is wrong with it.
 * @param {Typed} typed @param {Map<string, Field>} fields @param {Map<string, Step>} steps
 */
export function recordOf(typed, fields, steps) {
  /** @type {Record<string, any>} */
  const record = {};
  if (typed.number.trim()) record.case_no = typed.number.trim();
  for (const [name, field] of fields) {
    const value = valueOf(field, typed.facts[name]);
    if (value !== undefined) record[name] = value;
  }
  record.events = typed.events.filter(isTyped).map((event) => eventOf(event, steps.get(event.kind)));
  return record;
}

/** A row that nobody filled in is none. @param {Record<string, string>} event */
export const isTyped = (event) => Object.entries(event).some(([name, value]) => name !== "kind" && value !== "");

/** @param {Record<string, string>} event @param {Step | undefined} step */
function eventOf(event, step) {
  /** @type {Record<string, any>} */
  const made = { kind: event.kind, at: event.time ? `${event.day}T${event.time}` : event.day };
  for (const field of step?.details ?? []) {
    const value = valueOf(field, event[field.name]);
    if (value !== undefined) made[field.name] = value;
  }
  return made;
}

/** @param {Field} field @param {string | string[] | undefined} typed */
function valueOf(field, typed) {
  if (typed === undefined || typed.length === 0) return undefined;
  if (typeof typed !== "string") return typed;
  if (field.kind === "truth") return typed === "yes";
  if (field.kind === "number" && /^\d{1,9}$/.test(typed.trim())) return Number(typed);
  return typed.trim() || undefined;
}

/** What is typed for a record, as the library writes it. @param {Record<string, any>} record @returns {Typed} */
export function typedOf(record) {
  const { case_no: number, events, ...facts } = record;
  return {
    number: String(number),
    facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, typedValue(value)])),
    events: events.map(typedEvent),
  };
}

/** @param {any} value @returns {any} */
function typedValue(value) {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return Array.isArray(value) ? value.map(String) : String(value);
}

/** @param {Record<string, any>} event */
function typedEvent({ kind, at, ...details }) {
  const [day, clock = ""] = String(at).split("T");
  // Seconds that nobody typed are none.
  const time = clock.replace(/^(\d{2}:\d{2}):00$/, "$1");
  const told = Object.entries(details).map(([name, value]) => [name, typedValue(value)]);
  return { kind, day, time, ...Object.fromEntries(told) };
}

/** The file of one case: a list of one, as the command line reads it. @param {object} record */
export const fileOf = (record) => `${JSON.stringify([record], null, 2)}\n`;
