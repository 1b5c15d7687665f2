// Files that are dropped, those of folders too, each named by its path.

const UNREAD = "拖进来的文件夹读不出来：请用“选择文件夹”，或者把里面的文件拖进来。";

/**
 * What takes files where they are dropped.
 * @param {import("../../shell/desk.js").Desk} desk @param {(files: File[]) => unknown} take
 */
export const takesDropped = (desk, take) => async (/** @type {DragEvent} */ event) => {
  event.preventDefault();
  /** @type {File[][]} */
  let found;
  try {
    // All of it is asked for at once: when the event is over, nothing is told any more.
    found = await Promise.all([...(event.dataTransfer?.items ?? [])].map(filesOf));
  } catch {
    desk.work.say(UNREAD);
    return;
  }
  await take(found.flat());
};

/** @param {any} item @returns {Promise<File[]>} */
async function filesOf(item) {
  const [file, entry] = [item.getAsFile(), item.webkitGetAsEntry?.()];
  if (!entry?.isDirectory) return file ? [file] : [];
  // Chromium reads no entry for a page that is a file itself; others have no handles.
  return item.getAsFileSystemHandle ? inHandle(await item.getAsFileSystemHandle(), "") : inEntry(entry);
}

/** @param {any} handle @param {string} above @returns {Promise<File[]>} */
async function inHandle(handle, above) {
  const path = `${above}${handle.name}`;
  if (handle.kind === "file") return [named(await handle.getFile(), path)];
  /** @type {File[]} */
  const found = [];
  for await (const one of handle.values()) found.push(...(await inHandle(one, `${path}/`)));
  return found;
}

/** @param {any} entry @returns {Promise<File[]>} */
async function inEntry(entry) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return [named(file, entry.fullPath.slice(1))];
  }
  const reader = entry.createReader();
  /** @type {File[]} */
  const found = [];
  for (;;) {
    // A folder is told in pieces; the last one is empty.
    const piece = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!piece.length) return found;
    for (const one of piece) found.push(...(await inEntry(one)));
  }
}

/** @param {File} file @param {string} path */
const named = (file, path) => new File([file], path, { type: file.type });

/** The path of a file that was chosen with its folder, or its name. @param {File} file */
export const pathOf = (file) => file.webkitRelativePath || file.name;
