// The engine as the page sees it: promises over the worker, files that outlive a cancelled one.

/** @typedef {{code: number, out: string, err: string}} Said what a command said */
/** @typedef {(done: number, total: number, title: string) => void} OnProgress */

const PROGRESS = /^(.+) (\d+)\/(\d+)$/;

/** The work was cancelled by a click. */
export class Cancelled extends Error {}

/** There is no answer, and the message says why in words for the user. */
export class Refused extends Error {}

/** Why nothing came of a request where neither the library nor the user is at fault. */
const FAULTS = {
  memory: "内存不够，没有做成：文件太大的，请按月份或者单位分成几个文件，再做一次。原有的都在，工作台可以接着用。",
  defect: "工作台出了错，没有做成：请再试一次；还是不行的，请告诉维护的人做了哪几步（不要发数据）。",
};

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
    /** Whether the worker got as far as answering. */
    this.started = false;
    /** The start of the worker, or of the next one; none where the last one failed. @type {Promise<void> | null} */
    this.start = null;
    void this.ready;
  }

  /** Until Python answers. One that could not start is begun anew by whoever asks next. */
  get ready() {
    if (!this.start) {
      const start = this.begin();
      this.start = start;
      // Whoever asks is told.
      start.catch(() => {
        if (this.start === start) this.start = null;
      });
    }
    return this.start;
  }

  /** A new worker, with the files that the former one had. */
  async begin() {
    this.started = false;
    const address = URL.createObjectURL(this.parts.worker);
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    this.worker = worker;
    worker.onmessage = ({ data }) => this.take(data);
    worker.onerror = (event) => {
      // What it says may hold data; it is for nobody.
      event.preventDefault();
      if (this.worker === worker) this.restart(new Refused(FAULTS.defect));
    };
    const names = ["wasm", "stdlib", "lock", "python"];
    const read = await Promise.all(names.map((name) => this.parts[name].arrayBuffer()));
    if (this.worker !== worker) throw new Cancelled();
    const parts = Object.fromEntries(names.map((name, index) => [name, read[index]]));
    await this.post({ task: "start", parts }, read);
    this.started = true;
    for (const [path, kept] of this.files) {
      // Read here: WebKit reads no blob of the page in a worker.
      const data = await kept.arrayBuffer();
      if (this.worker !== worker) throw new Cancelled();
      await this.post({ task: "write", path, data }, [data]);
    }
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
  take({ id, result, fault, told, broken }) {
    const asked = this.waiting.get(id);
    if (asked === undefined) return;
    if (told !== undefined) {
      const found = PROGRESS.exec(told);
      if (found) asked.onProgress?.(Number(found[2]), Number(found[3]), found[1]);
      return;
    }
    this.waiting.delete(id);
    if (fault === undefined) asked.resolve(result);
    else {
      const error = new Refused(FAULTS[/** @type {keyof typeof FAULTS} */ (fault)]);
      asked.reject(error);
      if (broken) this.restart(error);
    }
  }

  /** @param {Error} error */
  fail(error) {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  /** End what runs; Python begins anew, which takes some seconds, with all files. */
  cancel() {
    this.restart(new Cancelled());
  }

  /** @param {Error} error what those are told who wait for an answer */
  restart(error) {
    this.worker?.terminate();
    this.fail(error);
    this.start = null;
    // Where it cannot start at all, as with too little memory, another one at once would fail for ever.
    if (this.started || error instanceof Cancelled) void this.ready;
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
   * @returns {Promise<any>} what it returns
   */
  async ask(name, given = {}, onProgress) {
    await this.ready;
    const { told, refused, defect } = await this.post({ task: "ask", name, given }, [], onProgress);
    if (defect !== undefined) console.error(name, defect);
    if (refused !== undefined) throw new Refused(refused);
    return told;
  }

  /**
   * A copy is kept: what becomes of the file on the disk afterwards is not to be felt here.
   * @param {string} path @param {Blob} data
   */
  async write(path, data) {
    await this.ready;
    const worker = this.worker;
    const bytes = await data.arrayBuffer().catch(() => {
      throw new Refused(`“${path.split("/").pop()}”读不出来：可能是文件夹，或者正被别的程序占用。请关闭后再放一次。`);
    });
    // It was cancelled meanwhile.
    if (this.worker !== worker) throw new Cancelled();
    this.files.set(path, new Blob([bytes]));
    return this.post({ task: "write", path, data: bytes }, [bytes]);
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
    const read = await Promise.all(paths.map((path) => this.read(path)));
    // All or none: it may be cancelled meanwhile.
    paths.forEach((path, at) => this.files.set(path, new Blob([read[at]])));
    return paths;
  }

  /** A file or a folder. @param {string} path */
  async remove(path) {
    // First of all, for a worker that begins anew must not get it again.
    for (const kept of this.files.keys()) {
      if (kept === path || kept.startsWith(`${path}/`)) this.files.delete(kept);
    }
    await this.ready;
    return this.post({ task: "remove", path });
  }
}
