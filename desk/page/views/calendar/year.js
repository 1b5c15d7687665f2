// The year on the wall (年历): its picture, what is off and worked, on which notices it rests.

import { html, nothing, render } from "lit-html";
import { save } from "../../shell/files.js";
import { drawing } from "../../shell/drawing.js";
import { keptFresh, lastAsked } from "../../shell/fresh.js";
import { monthTable } from "./months.js";
import { dayWords } from "./words.js";

const FIRST_YEAR = 2004;
/** The picture is wider than a phone: there the months in words are open from the start. */
const NARROW = window.matchMedia("(max-width: 40rem)").matches;

/**
 * @typedef {object} Listed a notice as calendar list tells it
 * @property {number} year @property {string} number @property {string | null} issued
 * @property {string} scope @property {string} region @property {boolean} amends
 * @property {string} title @property {string} link
 *
 * @typedef {object} Told all that is shown of a year
 * @property {string} picture @property {string[]} lines @property {any[]} days
 * @property {{days: number, worked: number, unsettled: number}[]} months
 * @property {Listed[]} notices @property {string} settled @property {Record<string, string>} asked
 */

/** @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk */
export function yearPart(root, desk) {
  const asked = { year: desk.today.slice(0, 4), region: "", known: "" };
  const latest = lastAsked(desk);
  /** @type {Told | undefined} */
  let told;
  /** @type {{code: string, name: string}[]} */
  let regions = [];
  const draw = () => render(page(), root);
  const refresh = async () => {
    const found = await latest(async () => {
      regions = await desk.work.question("calendars.known_regions");
      return ask(desk, { ...asked });
    });
    if (found) told = found;
    draw();
  };
  const set = (/** @type {"year" | "region" | "known"} */ name) => (/** @type {any} */ event) => {
    asked[name] = event.target.value;
    refresh();
  };
  const page = () => html`<form class="row no-print" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <label>年份<br><select @change=${set("year")}>${years(desk.today).map(
        (year) => html`<option value=${year} ?selected=${year === asked.year}>${year}年</option>`)}</select></label>
      <label>地区<br><select @change=${set("region")}><option value="">全国</option>${regions.map(
        ({ code, name }) => html`<option value=${code} ?selected=${code === asked.region}>${name} ${code}</option>`)}</select></label>
      <label>只用该日以前公布的通知<br><input type="date" .value=${asked.known} @change=${set("known")}></label>
      ${told ? buttons(desk, told) : nothing}
    </form>
    ${told ? shown(told) : html`<p class="quiet">正在画年历…</p>`}`;
  keptFresh(root, desk, refresh);
  draw();
}

/** @param {string} today */
function years(today) {
  const last = Number(today.slice(0, 4)) + 2;
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => String(last - index));
}

/** @param {Record<string, string>} asked */
function options({ region, known }) {
  return [...(region ? ["--region", region] : []), ...(known ? ["--known-on", known] : [])];
}

/** @param {import("../../shell/desk.js").Desk} desk @param {Record<string, string>} asked @returns {Promise<Told>} */
async function ask(desk, asked) {
  const show = (/** @type {string} */ form) =>
    desk.work.command(["calendar", "show", asked.year, ...options(asked), "--format", form]);
  const given = { year: Number(asked.year), region: asked.region || null, known_on: asked.known || null };
  const [picture, text, json, months, listed] = await Promise.all([
    show("svg"),
    show("text"),
    show("json"),
    desk.work.question("calendars.months", given),
    desk.work.command(["calendar", "list", ...options(asked), "--format", "json"]),
  ]);
  const { days, settled_through } = JSON.parse(json.out);
  return {
    asked, months, days, settled: settled_through,
    picture: picture.out,
    lines: text.out.trim().split("\n").slice(1),
    notices: JSON.parse(listed.out),
  };
}

/** @param {import("../../shell/desk.js").Desk} desk @param {Told} told */
function buttons(desk, { asked, picture }) {
  const name = `${asked.year}年工作日历${asked.region && `-${asked.region}`}`;
  const schedule = () =>
    desk.work.doing("正在生成日程文件", async () => {
      const words = ["calendar", "show", asked.year, ...options(asked), "--format", "ics"];
      save(`${name}.ics`, (await desk.work.command(words)).out, "text/calendar");
    });
  return html`<button type="button" @click=${() => window.print()}>打印一页</button>
    <button type="button" @click=${() => save(`${name}.svg`, picture, "image/svg+xml")}>存为图（.svg）</button>
    <button type="button" @click=${schedule}>存为日程（.ics）</button>`;
}

/** @param {Told} told */
function shown(told) {
  const { asked, lines, notices } = told;
  // The counts by month are in the table; what stays in words is what is off, and what is not settled.
  const words = lines.filter((line) => !/^[上下]半年各月工作日/.test(line));
  const open = words.filter((line) => line.startsWith("暂定"));
  const own = notices.filter((one) => one.year === Number(asked.year));
  return html`${open.length ? html`<p class="cal-open no-print">${open.map((line) => html`${line}。<br>`)}</p>`
      : html`<p class="cal-settled no-print">已确定：全年的放假安排都已公布。</p>`}
  <div class="cal-year">
    <div class="cal-wall" tabindex="0" role="region" aria-label=${`${asked.year}年的年历图`}>${drawing(told.picture, "wall")}</div>
    <div class="cal-beside no-print">
      <h2>放假和上班</h2>
      <ul class="cal-lines">${words.filter((line) => !line.startsWith("暂定")).map((line) => html`<li>${line}</li>`)}</ul>
      <h2>所用的通知</h2>
      ${own.length ? noticeList(own) : html`<p>${asked.year}年的通知还没有公布，或者还没有录入。</p>`}
      <p class="quiet">日历确定至 ${dayWords(told.settled)}。</p>
      <details><summary>全部通知 ${notices.length} 份</summary>${noticeList(notices)}</details>
    </div>
    <details class="cal-months no-print" ?open=${NARROW}><summary>按月列出（文字）</summary>${monthTable(told)}</details>
  </div>`;
}

/** @param {Listed[]} notices */
function noticeList(notices) {
  return html`<ul class="cal-notices">${notices.map((one) => html`<li>${one.year}年
    ${one.amends ? "调整通知" : ""} ${one.region} <strong>${one.number || one.title || "没有文号"}</strong>
    ${one.issued ? html`<span class="quiet">${dayWords(one.issued)}印发</span>` : nothing}
    ${one.link ? html`<br><span class="quiet cal-link">${one.link}</span>` : nothing}</li>`)}</ul>`;
}
