// The work in hand: one at a time, its progress, its cancel button, and what went wrong.

import { html, nothing, render } from "lit-html";
import { Cancelled, Refused } from "../engine/engine.js";
import { inWords } from "./whereabouts.js";

/** What the user reads of an error; of one that nobody meant, its kind alone: its words may hold data. @param {any} error */
export function saidOf(error) {
  if (error instanceof Refused) return error.message;
  if (error instanceof Cancelled) return "已取消。";
  return `工作台出了错（${error?.name ?? "未知"}），没有做成：请再试一次，还是不行的，请告诉维护的人。`;
}

/** For the console, where it is read by whoever is shown the page: what and where, without its words. @param {any} error */
function traced(error) {
  const frames = String(error?.stack).split("\n").filter((line) => /^\s+at |@/.test(line));
  return [error?.name, ...frames].join("\n");
}

export class Work {
  /** @param {import("../engine/engine.js").Engine} engine @param {HTMLElement} bar */
  constructor(engine, bar) {
    this.engine = engine;
    this.bar = bar;
    /** @type {{title: string, done: number, total: number} | null} */
    this.running = null;
    this.told = "";
  }

  /**
   * Do something that takes time, telling how far it is; undefined where it was cancelled or
   * refused, which the bar then says.
   * @template T
   * @param {string} title what is being done, in a few words
   * @param {(onProgress: import("../engine/engine.js").OnProgress) => Promise<T>} task
   * @returns {Promise<T | undefined>}
   */
  async doing(title, task) {
    if (this.running) {
      this.say(`“${this.running.title}”还没有做完，请等一等，或者先取消。`);
      return undefined;
    }
    this.told = "";
    this.running = { title, done: 0, total: 0 };
    this.draw();
    try {
      return await task((done, total, step) => {
        this.running = { title: step, done, total };
        this.draw();
      });
    } catch (error) {
      this.told = error instanceof Cancelled ? `已取消：${title}。` : saidOf(error);
      if (!(error instanceof Cancelled || error instanceof Refused)) console.error(traced(error));
      return undefined;
    } finally {
      this.running = null;
      this.draw();
    }
  }

  /**
   * A command whose refusal is a refusal of the work: its text is what the user reads.
   * @param {string[]} words @param {import("../engine/engine.js").OnProgress} [onProgress]
   */
  async command(words, onProgress) {
    const said = await this.engine.run(words, onProgress);
    // 1: what the user asked to be told of was found; 2 and 3: no answer.
    if (said.code > 1) throw new Refused(said.err.trim() || said.out.trim());
    return said;
  }

  /** @param {string} name @param {object} [given] @param {import("../engine/engine.js").OnProgress} [onProgress] */
  question(name, given, onProgress) {
    return this.engine.ask(name, given, onProgress);
  }

  /**
   * A question about a file, which the engine has for as long as that takes.
   * @param {string} name @param {string} path @param {File} file @param {object} [given]
   */
  async questionOf(name, path, file, given) {
    await this.engine.write(path, file);
    try {
      return await this.question(name, { ...given, path });
    } finally {
      await this.engine.remove(path);
    }
  }

  /** @param {string} text one sentence for the user; empty takes the last one away */
  say(text) {
    this.told = text;
    this.draw();
  }

  draw() {
    render(html`${this.running ? this.progress() : nothing} ${this.told ? this.notice() : nothing}`, this.bar);
  }

  progress() {
    const { title, done, total } = /** @type {NonNullable<Work["running"]>} */ (this.running);
    // Without a value, the bar says that nobody knows how long it takes.
    const bar = total ? html`<progress max=${total} .value=${done}></progress>` : html`<progress></progress>`;
    return html`<div class="working">
      <label>${title}… ${total ? `${done} / ${total}` : ""} ${bar}</label>
      <button type="button" @click=${() => this.engine.cancel()}>取消</button>
    </div>`;
  }

  notice() {
    return html`<div class="notice" role="alert">
      <p>${inWords(this.told)}</p>
      <button type="button" @click=${() => this.say("")}>知道了</button>
    </div>`;
  }
}
