// The deadline calculator (算期限): what is asked, and the answer below it.

import { html, nothing, render } from "lit-html";
import { answer, askDue } from "./due-answer.js";
import { keptFresh, lastAsked } from "../../shell/fresh.js";

/** @type {[string, string][]} */
const UNITS = [
  ["working_day", "工作日"],
  ["calendar_day", "自然日（末日休息的顺延）"],
  ["month", "月"],
  ["same_day", "当日"],
  ["hour", "小时（连续计算）"],
  ["minute", "分钟（连续计算）"],
  ["working_hour", "工作小时"],
];

/** @typedef {{from: string, to: string, why: string}} Pause */
/** @typedef {{start: string, time: string, count: string, unit: string, region: string, known: string, pauses: Pause[]}} Asked */

/** @typedef {(name: Exclude<keyof Asked, "pauses">) => (event: any) => void} Setter */

/** Whether a unit runs from a moment. @param {string} unit */
const byClock = (unit) => ["hour", "minute", "working_hour"].includes(unit);

/** @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk */
export function duePart(root, desk) {
  /** @type {Asked} */
  const asked = { start: desk.today, time: "09:00", count: "15", unit: "working_day", region: "", known: "", pauses: [] };
  /** @type {{code: string, name: string}[]} */
  let regions = [];
  /** @type {import("./due-answer.js").Answer | undefined} */
  let told;
  const draw = () => render(page(), root);
  const count = async () => {
    const fault = faultOf(asked);
    if (fault) return desk.work.say(fault);
    const wanted = words(asked);
    const made = await desk.work.doing("正在计算", () => askDue(desk, wanted));
    told = String(words(asked)) === String(wanted) ? made : undefined;
    draw();
  };
  // An answer to another question must not stand below this one.
  const changed = () => {
    told = undefined;
    draw();
  };
  const set = (/** @type {Exclude<keyof Asked, "pauses">} */ name) => (/** @type {any} */ event) => {
    asked[name] = event.target.value;
    if (name === "unit" && asked.unit === "same_day") asked.count = "1";
    changed();
  };
  const page = () => html`<form class="cal-ask no-print" novalidate @submit=${(/** @type {Event} */ event) => { event.preventDefault(); count(); }}>
      ${mostAsked(asked, set)}
      ${byClock(asked.unit) ? nothing : more(asked, regions, set, changed)}
    </form>
    <div aria-live="polite">${told ? answer(desk, told) : html`<p class="quiet">填好以后点“计算”，或者按回车。</p>`}</div>`;
  const latest = lastAsked(desk);
  keptFresh(root, desk, async () => {
    regions = (await latest(() => desk.work.question("calendars.known_regions"))) ?? regions;
    draw();
    // A notice may have been taken into use since: the answer on the page must be today's.
    const former = told;
    if (!former) return;
    const now = await latest(() => askDue(desk, former.words));
    if (told === former) told = now;
    draw();
  });
  draw();
}

/** @param {Asked} asked @param {Setter} set */
function mostAsked(asked, set) {
  return html`<div class="row">
    <label>${byClock(asked.unit) || asked.unit === "same_day" ? "起算日" : "起算日（当日不计入）"}<br><input type="date" .value=${asked.start} @change=${set("start")}></label>
    ${byClock(asked.unit) ? html`<label>时刻<br><input type="time" .value=${asked.time} @change=${set("time")}></label>` : nothing}
    <label>期限<br><input class="cal-count" inputmode="numeric" .value=${asked.count} ?disabled=${asked.unit === "same_day"} @change=${set("count")}></label>
    <label>单位<br><select @change=${set("unit")}>${UNITS.map(
      ([unit, title]) => html`<option value=${unit} ?selected=${unit === asked.unit}>${title}</option>`)}</select></label>
    <button class="first">计算</button>
  </div>`;
}

/**
 * What is seldom needed: pauses, a region, what was known on a day.
 * @param {Asked} asked @param {{code: string, name: string}[]} regions
 * @param {Setter} set @param {() => void} changed
 */
function more(asked, regions, set, changed) {
  const put = (/** @type {Pause} */ pause, /** @type {keyof Pause} */ name) => (/** @type {any} */ event) => {
    pause[name] = event.target.value;
    changed();
  };
  return html`<details class="more"><summary>更多</summary><fieldset><legend>中止（开始日起不计，恢复日起继续计）</legend>
      ${asked.pauses.map((pause, at) => html`<div class="row">
        <label>开始日<br><input type="date" .value=${pause.from} @change=${put(pause, "from")}></label>
        <label>恢复日（还没恢复的不填）<br><input type="date" .value=${pause.to} @change=${put(pause, "to")}></label>
        <label>原因（可不填，不要写姓名）<br><input .value=${pause.why} @change=${put(pause, "why")}></label>
        <button type="button" @click=${() => { asked.pauses.splice(at, 1); changed(); }}>去掉<span class="away">第${at + 1}段中止</span></button>
      </div>`)}
      <button type="button" @click=${() => { asked.pauses.push({ from: "", to: "", why: "" }); changed(); }}>加一段中止</button>
    </fieldset>
    <div class="row">
      <label>地区<br><select @change=${set("region")}><option value="">全国</option>${regions.map(
        ({ code, name }) => html`<option value=${code} ?selected=${code === asked.region}>${name} ${code}</option>`)}</select></label>
      <label>只用该日以前公布的放假通知<br><input type="date" .value=${asked.known} @change=${set("known")}></label>
    </div></details>`;
}

/** What the form itself lacks; the command says the rest. @param {Asked} asked */
function faultOf(asked) {
  if (!asked.start) return "请填写起算日。";
  if (byClock(asked.unit) && !asked.time) return "按小时、分钟计算的，请填写时刻。";
  if (!/^\d{1,6}$/.test(asked.count.trim())) return "期限请写整数，如 15。";
  if (asked.pauses.some((pause) => !pause.from)) return "有一段中止没有填开始日：请填写，或者去掉这一段。";
  return "";
}

/** The words of the command. @param {Asked} asked */
function words(asked) {
  const clock = byClock(asked.unit);
  const start = clock ? `${asked.start}T${asked.time}` : asked.start;
  const pauses = asked.pauses.flatMap(({ from, to, why }) => ["--suspend", `${from}..${to}${why.trim() && `,${why.trim()}`}`]);
  return [
    "due", start, asked.count.trim(), "--unit", asked.unit,
    ...(clock ? [] : pauses),
    ...(!clock && asked.region ? ["--region", asked.region] : []),
    ...(!clock && asked.known ? ["--known-on", asked.known] : []),
  ];
}
