// The engine as the page sees it: promises over the worker, files that outlive a cancelled one.

/** @typedef {{code: number, out: string, err: string}} Said what a command said */
/** @typedef {(done: number, total: number, title: string) => void} OnProgress */

const PROGRESS = /^(.+) (\d+)\/(\d+)$/;

/** The work was cancelled, by a click or because the page asks something newer. */
export class Cancelled extends Error {}

/** Python in a worker. Only one is made; every view asks through it. */
export class Engine {
  /** @param {Record<string, Blob>} parts what the file carries, unpacked */
  constructor(parts) {
    this.parts = parts;
    /** Files that were written, so that a new worker has them too. @type {Map<string, Blob>} */
    this.files = new Map();
    /** @type {Map<number, {resolve: Function, reject: Function, onProgress?: OnProgress}>} */
    this.waiting = new Map();
    this.count = 0;
    /** @type {Promise<void>} */
    this.ready = this.begin();
  }

  /** A new worker, with the files that the former one had. */
  async begin() {
    const address = URL.createObjectURL(this.parts.worker);
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    this.worker = worker;
    worker.onmessage = ({ data }) => this.take(data);
    worker.onerror = (event) => this.fail(new Error(event.message || "worker"));
    const names = ["wasm", "stdlib", "lock", "python"];
    const read = await Promise.all(names.map((name) => this.parts[name].arrayBuffer()));
    if (this.worker !== worker) throw new Cancelled();
    const parts = Object.fromEntries(names.map((name, index) => [name, read[index]]));
    await this.post({ task: "start", parts }, read);
    for (const [path, data] of this.files) await this.put(path, data);
  }

  /** @param {any} message @param {Transferable[]} [moved] @param {OnProgress} [onProgress] */
  post(message, moved = [], onProgress = undefined) {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, onProgress });
      this.worker?.postMessage({ id, ...message }, moved);
    });
  }

  /** @param {any} data an answer of the worker, or what it tells while it works */
  take({ id, result, fault, told }) {
    const asked = this.waiting.get(id);
    if (asked === undefined) return;
    if (told !== undefined) {
      const found = PROGRESS.exec(told);
      if (found) asked.onProgress?.(Number(found[2]), Number(found[3]), found[1]);
      return;
    }
    this.waiting.delete(id);
    if (fault === undefined) asked.resolve(result);
    else asked.reject(new Error(fault));
  }

  /** @param {Error} error */
  fail(error) {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  /** End what runs; Python begins anew, which takes some seconds, with all files. */
  cancel() {
    this.worker?.terminate();
    this.fail(new Cancelled());
    this.ready = this.begin();
    this.ready.catch(() => {});
  }

  /**
   * A command, as on the command line.
   * @param {string[]} words @param {OnProgress} [onProgress] @returns {Promise<Said>}
   */
  async run(words, onProgress) {
    await this.ready;
    return this.post({ task: "run", words }, [], onProgress);
  }

  /**
   * A question that no command answers: a function of the bridge, "module.function".
   * @param {string} name @param {object} [given] @param {OnProgress} [onProgress]
   * @returns {Promise<any>} what it returns; {refused: text} where the library said no
   */
  async ask(name, given = {}, onProgress) {
    await this.ready;
    return this.post({ task: "ask", name, given }, [], onProgress);
  }

  /** @param {string} path @param {Blob} data */
  async write(path, data) {
    await this.ready;
    this.files.set(path, data);
    return this.put(path, data);
  }

  /** Read here: WebKit reads no blob of the page in a worker. @param {string} path @param {Blob} blob */
  async put(path, blob) {
    const data = await blob.arrayBuffer();
    return this.post({ task: "write", path, data }, [data]);
  }

  /** @param {string} path @returns {Promise<Uint8Array<ArrayBuffer>>} */
  async read(path) {
    await this.ready;
    return this.post({ task: "read", path });
  }

  /**
   * Let what commands wrote in a folder outlive a cancelled worker too.
   * @param {string} folder @returns {Promise<string[]>} the paths of its files, in order of name
   */
  async keep(folder) {
    await this.ready;
    /** @type {string[]} */
    const paths = await this.post({ task: "files", folder });
    for (const path of paths) this.files.set(path, new Blob([await this.read(path)]));
    return paths;
  }

  /** A file or a folder. @param {string} path */
  async remove(path) {
    await this.ready;
    for (const kept of this.files.keys()) {
      if (kept === path || kept.startsWith(`${path}/`)) this.files.delete(kept);
    }
    return this.post({ task: "remove", path });
  }
}
