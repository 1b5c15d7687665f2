// The command of a document, word by word: as the engine runs it, and as it is typed elsewhere.

import { NOTICES } from "../../engine/places.js";
import { commandLine } from "../../shell/command.js";
import { FOLDER } from "./papers.js";

/**
 * @typedef {import("./papers.js").Papers} Papers
 * @typedef {import("./papers.js").Part} Part
 * @typedef {string | {path: string, name: string}} Word a file stands under another name elsewhere
 */

export const PARTIES = { path: `${FOLDER}/parties.json`, name: "当事方.json" };
export const FIELDS = { path: `${FOLDER}/fields.json`, name: "填写内容.json" };

/** The words of the page's part, without format and output. @param {Papers} papers @returns {Word[]} */
export function wordsOf(papers) {
  return { letter, bulletin, rulebook, account }[papers.part](papers);
}

/** As the engine runs it. @param {Word[]} words */
export const real = (words) => words.map((word) => (typeof word === "string" ? word : word.path));

/** As it is typed where Python is, the files in the folder at hand. @param {Word[]} words */
export const typed = (words) => commandLine(words.map((word) => (typeof word === "string" ? word : word.name)));

/** @param {Papers} papers @returns {Word[]} */
function letter(papers) {
  const fields = fieldsOf(papers);
  return [
    "docs", "letter", papers.form?.title ?? "", ...caseOf(papers), ...answering(papers),
    "--as-of", papers.question.asOf, "--audience", papers.audience.letter, ...people(papers),
    ...(Object.keys(fields).length ? ["--fields", FIELDS] : []),
  ];
}

/** @param {Papers} papers @returns {Word[]} */
function account(papers) {
  return [
    "docs", "account", ...caseOf(papers), ...answering(papers),
    "--as-of", papers.question.asOf, "--audience", papers.audience.account, ...people(papers),
  ];
}

/** @param {Papers} papers @returns {Word[]} */
function bulletin(papers) {
  const { from, to, asOf, datedBy, ledger, by, previous, threshold } = papers.bulletin;
  const inside = papers.audience.bulletin !== "public";
  const groups = Object.entries(by).filter(([, column]) => column.trim());
  return [
    "docs", "bulletin", ...register(papers), ...answering(papers), "--from", from, "--to", to,
    ...(asOf ? ["--as-of", asOf] : []), ...(previous ? ["--previous", previous] : []),
    ...(datedBy ? ["--dated-by", datedBy] : []),
    ...groups.flatMap(([group, column]) => ["--by", `${group}=${column.trim()}`]),
    ...(ledger && inside ? ["--ledger"] : []), "--audience", papers.audience.bulletin,
    ...(threshold && !inside ? ["--threshold", threshold] : []),
  ];
}

/** @param {Papers} papers @returns {Word[]} */
function rulebook(papers) {
  const { from, examples } = papers.rulebook;
  return [
    "docs", "rulebook", policyOf(papers), "--from", from,
    ...examples.flatMap((/** @type {Word} */ one) => ["--examples", one]), ...calendar(papers),
  ];
}

/** @param {Papers} papers @returns {Word[]} */
function caseOf(papers) {
  const number = papers.about.number.trim();
  const read = papers.about.source === "file" ? [papers.about.file ?? ""] : register(papers);
  return [...read, ...(number ? ["--case", number] : [])];
}

/** A command that reads the register, or the file of the case. @param {Papers} papers @returns {Word[]} */
export function readingWords(papers) {
  const own = papers.part !== "bulletin" && papers.about.source === "file";
  const read = own ? [papers.about.file ?? ""] : register(papers);
  return ["docs", "account", ...read, "--policy", policyOf(papers)];
}

/** The register in hand, and how it is read. @param {Papers} papers @returns {Word[]} */
function register({ desk }) {
  return desk.register ? [{ path: desk.register.path, name: desk.register.name }, ...desk.register.words] : [""];
}

/** By which policy and calendar. @param {Papers} papers @returns {Word[]} */
function answering(papers) {
  const { variant, noAssumed } = papers.question;
  return [
    "--policy", policyOf(papers), ...(variant ? ["--variant", variant] : []),
    ...(noAssumed ? ["--no-assumed"] : []), ...calendar(papers),
  ];
}

/** @param {Papers} papers @returns {Word} */
function policyOf(papers) {
  const id = papers.policy?.id ?? "";
  const pinned = papers.question.edition ? `@${papers.question.edition}` : "";
  return id.startsWith("/") ? { path: id + pinned, name: `${id.split("/").pop()}${pinned}` } : id + pinned;
}

/** @param {Papers} papers @returns {Word[]} */
function calendar({ question, desk }) {
  const imported = [...desk.engine.files.keys()].some((path) => path.startsWith(`${NOTICES}/`));
  return [
    ...(question.knownOn ? ["--known-on", question.knownOn] : []),
    ...(question.region.trim() ? ["--region", question.region.trim()] : []),
    ...(imported ? ["--notices", { path: NOTICES, name: "放假通知" }] : []),
  ];
}

/** @param {Papers} papers @returns {Word[]} */
const people = (papers) => (papers.known.length ? ["--parties", PARTIES] : []);

/** What the office gives for the fields of the kind that is chosen. @param {Papers} papers */
export function fieldsOf(papers) {
  /** @type {Record<string, unknown>} */
  const told = {};
  for (const { field } of papers.hostFields) {
    const { text, readers } = papers.given[field] ?? { text: "", readers: [] };
    if (text.trim()) told[field] = readers.length ? { text, for: readers } : text;
  }
  return told;
}

/** The file of the people. @param {Papers} papers */
export function partiesText(papers) {
  const people = papers.known.map((one) => {
    const { others, ...told } = Object.fromEntries(Object.entries(one).map(([key, text]) => [key, text.trim()]));
    const listed = (others ?? "").split("、").map((text) => text.trim()).filter(Boolean);
    return { ...Object.fromEntries(Object.entries(told).filter(([, text]) => text)), ...(listed.length ? { others: listed } : {}) };
  });
  return `${JSON.stringify({ people }, null, 2)}\n`;
}

/** The file of the fields. @param {Papers} papers */
export const fieldsText = (papers) => `${JSON.stringify(fieldsOf(papers), null, 2)}\n`;
