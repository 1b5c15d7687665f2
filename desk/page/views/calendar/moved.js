// Which open cases of the register move with the newest notice (复核).

import { html, nothing, render } from "lit-html";
import { registerDrop } from "../../shell/register.js";
import { save } from "../../shell/files.js";
import { BEFORE } from "./adopting.js";

const MOST_LINES = 300;

/**
 * @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk
 * @param {import("./notices.js").State} state @returns {() => void} draw
 */
export function movedPart(root, desk, state) {
  const drop = document.createElement("div");
  registerDrop(drop, desk);
  let policy = "";
  const chosen = () => (desk.policies.find((one) => one.id === policy) ?? desk.policies[0])?.id;
  /** @type {string[] | undefined} */
  let lines;
  /** What an answer rests on: the policy, the notice, the register as it is read, the edition that is being changed. */
  const basis = () => [chosen(), state.newest, desk.register, desk.basis(chosen() ?? "")];
  /** @type {ReturnType<typeof basis>} */
  let of = [];
  const words = (/** @type {string} */ form) => recheckWords(desk, state, chosen(), form);
  const list = async () => {
    const asked = basis();
    lines = await desk.work.doing("正在复核", async (onProgress) => (await desk.work.command(words("text"), onProgress)).out.trim().split("\n"));
    of = asked;
    draw();
  };
  const table = () => desk.work.doing("正在复核", async (onProgress) =>
    save("届满日变动.csv", (await desk.work.command(words("csv"), onProgress)).out, "text/csv"));
  const draw = () => {
    root.hidden = !state.newest;
    // An answer by another policy or notice, or about another register, is none of this one.
    if (basis().some((one, at) => one !== of[at])) lines = undefined;
    render(html`<h2>哪些在办件的届满日会变</h2>
      ${drop}
      <div class="row">
        <label>办法<br><select @change=${(/** @type {any} */ event) => { policy = event.target.value; draw(); }}>${desk.policies.map(
          ({ id, title }) => html`<option value=${id} ?selected=${id === chosen()}>${title}</option>`)}</select></label>
        <button type="button" ?disabled=${!desk.register} @click=${list}>列出变动</button>
      </div>
      ${lines ? found(lines, table) : html`<p class="quiet">${desk.register ? "" : "先放入登记表。"}截至今天（${desk.today}）在办的件，用这份通知以前和以后的日历各算一遍。</p>`}`, root);
  };
  desk.onChange(draw);
  return draw;
}

/**
 * @param {import("../../shell/desk.js").Desk} desk @param {import("./notices.js").State} state
 * @param {string} policy @param {string} form
 */
function recheckWords(desk, state, policy, form) {
  const newest = /** @type {NonNullable<typeof state.newest>} */ (state.newest);
  const register = /** @type {import("../../shell/register.js").Register} */ (desk.register);
  return [
    "calendar", "recheck", register.path, ...register.words, "--policy", policy, "--new", newest.path,
    ...(newest.apart ? ["--notices", BEFORE] : []), ...(newest.region ? ["--region", newest.region] : []), "--as-of", desk.today, "--format", form,
  ];
}

/** @param {string[]} lines the last one sums up @param {() => void} table */
function found(lines, table) {
  const cases = lines.slice(0, -1);
  return html`<p><strong>${lines[lines.length - 1]}。</strong></p>
    ${cases.length ? html`<ul class="cal-moved">${cases.slice(0, MOST_LINES).map((line) => html`<li>${line}</li>`)}</ul>
      ${cases.length > MOST_LINES ? html`<p>只显示前 ${MOST_LINES} 条，表格里有全部。</p>` : nothing}
      <button type="button" @click=${table}>存为表格（.csv）</button>` : nothing}`;
}
