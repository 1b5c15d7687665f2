// The account of a case beside the register: the page under it stays as it is.

import { html, render } from "lit-html";
import { showAccount } from "./account.js";
import { policyOf } from "./choices.js";

/**
 * @param {import("../../shell/desk.js").Desk} desk @param {import("./register.js").Asked} asked
 * @param {number} number which record of the register @param {string} caseNo
 */
export async function openCase(desk, { words, choices }, number, caseNo) {
  const path = `/work/case/${number}.json`;
  const given = { words: [...words, "--soon", choices.soon], number, path };
  const found = await desk.work.doing("正在取这一件", (onProgress) =>
    desk.work.question("registers.case", given, onProgress),
  );
  if (found === undefined) return;
  const { variant, asOf, knownOn, assumed } = choices;
  const own = assumed ? [] : ["--no-assumed"];
  const asked = { path, words: own, caseNo, policy: policyOf(choices), variant, asOf, knownOn };
  showAccount(panel(caseNo), desk, asked);
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
