// Have the engine make a document; what it refuses goes to its place, what it tells is shown.

import { HOME, place } from "../../engine/places.js";
import { save } from "../../shell/files.js";
import { inWords } from "../../shell/whereabouts.js";
import { PARTS } from "./papers.js";
import { FIELDS, PARTIES, fieldsOf, fieldsText, partiesText, real, wordsOf } from "./words.js";

/** @typedef {import("./papers.js").Papers} Papers @typedef {import("./words.js").Word} Word */

/** Where a command writes a workbook: a folder that is always there. */
const MADE = place("made.xlsx");

// What is told of a place within the desk tells a reader nothing.
const INSIDE = new RegExp(`（${HOME}/[^）]*）`, "g");

/**
 * Make the document of the part as HTML. Resolves to its text, or undefined where it was refused.
 * @param {Papers} papers @returns {Promise<string | undefined>}
 */
export function makePage(papers) {
  return make(papers, [...wordsOf(papers), "--format", "html"], async (said) => said.out);
}

/** Make the workbook of a bulletin and save it. @param {Papers} papers */
export async function saveBook(papers) {
  const words = [...wordsOf(papers), "--format", "xlsx", "--output", MADE];
  const name = nameOf(papers);
  await make(papers, words, async () => {
    save(`${name}.xlsx`, await papers.desk.engine.read(MADE));
    await papers.desk.engine.remove(MADE);
  });
}

/** Save the table of the fields of this kind, to be filled in elsewhere. @param {Papers} papers */
export function saveFieldTable(papers) {
  const { desk, form } = papers;
  return desk.work.doing("正在写字段表", async () => {
    await desk.work.command(["docs", "fields", form?.title ?? "", "--format", "xlsx", "--output", MADE]);
    save(`${form?.title}字段表.xlsx`, await desk.engine.read(MADE));
    await desk.engine.remove(MADE);
  });
}

/**
 * @template Result
 * @param {Papers} papers @param {Word[]} words
 * @param {(said: import("../../engine/engine.js").Said) => Promise<Result>} take
 * @returns {Promise<Result | undefined>}
 */
async function make(papers, words, take) {
  const { desk, part } = papers;
  const lacks = lacking(papers);
  papers.faults[part] = lacks.map((text) => ({ file: "", path: "", place: "", text }));
  papers.redraw();
  if (lacks.length) return undefined;
  // As it is asked for now: meanwhile something else may be chosen.
  const [asked, name, title] = [askedNow(papers), nameOf(papers), titleOf(papers)];
  return desk.work.doing(`正在出${PARTS[part]}`, async (onProgress) => {
    const began = performance.now();
    await writeInputs(papers);
    const said = await desk.engine.run(real(words), onProgress);
    if (said.code > 1) {
      papers.faults[part] = await faultsOf(papers, real(words), said);
      papers.redraw();
      return undefined;
    }
    const result = await take(said);
    // Where the engine keeps its files is nothing to the reader.
    const notes = said.err.split("\n").filter(Boolean).map((note) => note.replace(INSIDE, ""));
    const seconds = (performance.now() - began) / 1000;
    papers.made[part] = { name, title, seconds, notes, asked };
    papers.redraw();
    return result;
  });
}

/** All that a document depends on: what was made before it changed is old. @param {Papers} papers */
export const askedNow = (papers) => JSON.stringify([real(wordsOf(papers)), fieldsText(papers), partiesText(papers), papers.desk.basis(papers.policy?.id ?? "")]);

/** What has to be chosen before a command can be asked at all. @param {Papers} papers */
function lacking(papers) {
  const { part, bulletin, question } = papers;
  const lacks = [];
  if (part === "bulletin" && !papers.desk.register) lacks.push("还没有登记表：请先放上。");
  if (["letter", "account"].includes(part) && !papers.source) lacks.push("还没有事项：请先放上登记表或者一件事项的文件。");
  if (part === "bulletin" && !(bulletin.from && bulletin.to)) lacks.push("请写明本期的第一日和最后一日。");
  if (["letter", "account"].includes(part) && !question.asOf) lacks.push("请写明评估日。");
  if (part === "rulebook" && !papers.rulebook.from) lacks.push("请写明期限速查表自哪一日起。");
  return lacks;
}

/** @param {Papers} papers */
async function writeInputs(papers) {
  const { engine } = papers.desk;
  if (!["letter", "account"].includes(papers.part)) return;
  if (papers.known.length) await engine.write(PARTIES.path, new Blob([partiesText(papers)]));
  if (Object.keys(fieldsOf(papers)).length) await engine.write(FIELDS.path, new Blob([fieldsText(papers)]));
}

/**
 * Each fault with its place; where these cannot be told apart, the lines as they were said.
 * @param {Papers} papers @param {string[]} words @param {import("../../engine/engine.js").Said} said
 */
async function faultsOf(papers, words, said) {
  const asked = papers.part === "letter" && said.code === 2;
  /** @type {import("./papers.js").Fault[]} */
  const found = asked ? await papers.desk.work.question("documents.letter_faults", { words }) : [];
  const lines = inWords(said.err.trim()).split("\n");
  return found.length ? found : lines.map(lineOf);
}

/** A refusal of one line; the option of the command line that it is about names its place. @param {string} line */
function lineOf(line) {
  const [, path = "", text = line] = /^(--[a-z-]+): (.*)$/.exec(line) ?? [];
  return { file: "", path, place: "", text };
}

/** What the document is called as a file, without its ending. @param {Papers} papers */
export function nameOf(papers) {
  const { part, bulletin, about } = papers;
  const told = {
    letter: [papers.form?.title, about.number.trim()],
    bulletin: [papers.audience.bulletin === "public" ? "公布" : "通报", bulletin.from, bulletin.to],
    rulebook: ["规则手册", papers.policy?.title],
    account: ["期限核算单", about.number.trim()],
  }[part];
  return told.filter(Boolean).join("-").replace(/[\\/:*?"<>|\s]+/g, "_");
}

/** @param {Papers} papers */
function titleOf(papers) {
  return papers.part === "letter" ? papers.form?.title ?? "" : PARTS[papers.part];
}
