// The account of a case beside the register: the page under it stays as it is.

import { html, render } from "lit-html";
import { place } from "../../engine/places.js";
import { showAccount } from "./account.js";
import { policyOf } from "./choices.js";

/** The one case that is shown, by itself. */
const FOLDER = place("case");
const CASE = `${FOLDER}/case.json`;

/**
 * @param {import("../../shell/desk.js").Desk} desk @param {import("./register.js").Asked} asked
 * @param {number} number which record of the register @param {string} caseNo
 */
export async function openCase(desk, { register, words, choices }, number, caseNo) {
  const given = { words: [...words, "--soon", choices.soon], number, path: CASE };
  const found = await desk.work.doing("正在取这一件", async (onProgress) => {
    await desk.work.question("registers.case", given, onProgress);
    return desk.engine.keep(FOLDER);
  });
  if (found === undefined) return;
  const { variant, asOf, knownOn, assumed } = choices;
  const file = [register.name, ...register.words];
  const asked = { path: CASE, file, caseNo, policy: policyOf(choices), variant, asOf, knownOn, noAssumed: !assumed };
  await showAccount(panel(caseNo), desk, asked);
}

/** A panel over the page, without taking it away: what works is still told there. @param {string} caseNo */
function panel(caseNo) {
  document.getElementById("beside")?.remove();
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const dialog = document.createElement("dialog");
  dialog.id = "beside";
  dialog.setAttribute("aria-labelledby", "beside-title");
  document.body.append(dialog);
  const close = () => {
    document.removeEventListener("keydown", onKey);
    dialog.remove();
    before?.focus();
  };
  // The page under it can be worked on: the key closes the panel from there, too.
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (!dialog.isConnected) document.removeEventListener("keydown", onKey);
    else if (event.key === "Escape" && !document.querySelector("dialog[open]:not(#beside)")) close();
  };
  document.addEventListener("keydown", onKey);
  render(
    html`<header><h2 id="beside-title" tabindex="-1">${caseNo}</h2>
      <button type="button" class="button" @click=${close}>关闭</button></header><div class="account"></div>`,
    dialog,
  );
  dialog.show();
  /** @type {HTMLElement} */ (dialog.querySelector("h2")).focus();
  return /** @type {HTMLElement} */ (dialog.querySelector(".account"));
}
