// The change packet: the command that makes it, and its parts as the page shows them.

/**
 * @typedef {object} Packet
 * @property {number} version of the change that it is about
 * @property {string} asked what it rests on
 * @property {string} page the document @property {Uint8Array<ArrayBuffer>} bytes of the data
 * @property {any} data
 */

/**
 * The command without the folder that it writes.
 * @param {import("./model.js").Change} change
 * @param {{examples: string[], register: import("../../shell/register.js").Register | null, asOf: string}} given
 */
export function packetWords(change, { examples, register, asOf }) {
  const words = ["policy", "packet", change.opened?.old ?? "", change.folder];
  for (const one of examples) words.push("--examples", one);
  if (register) words.push("--cases", register.path, ...register.words);
  if (asOf.trim()) words.push("--as-of", asOf.trim());
  return words;
}

/** @type {Map<string, Element[]>} */
const parsed = new Map();
let parsedOf = "";

/**
 * A section of the packet as it will be signed, without its heading. The document is our own, with
 * all that is foreign escaped; nothing in it runs.
 * @param {string} page @param {string} id
 */
export function sectionOf(page, id) {
  if (parsedOf !== page) {
    parsed.clear();
    parsedOf = page;
  }
  let found = parsed.get(id);
  if (!found) {
    const section = new DOMParser().parseFromString(page, "text/html").getElementById(id);
    section?.querySelector("h2")?.remove();
    found = [...(section?.children ?? [])].map((one) => document.importNode(one, true));
    parsed.set(id, found);
  }
  return found;
}
