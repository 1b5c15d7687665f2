// A stand-in: the account is made by another hand.

import { html, render } from "lit-html";

/**
 * @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk
 * @param {{path: string, words: string[], caseNo: string, policy: string, variant: string, asOf: string, knownOn: string}} asked
 */
export async function showAccount(root, desk, asked) {
  const words = ["assess", asked.path, ...asked.words, "--policy", asked.policy, "--as-of", asked.asOf];
  if (asked.variant) words.push("--variant", asked.variant);
  if (asked.knownOn) words.push("--known-on", asked.knownOn);
  const said = await desk.work.doing("正在看一件", () => desk.work.command([...words, "--format", "json"]));
  render(html`<pre>${said?.out}</pre>`, root);
}
