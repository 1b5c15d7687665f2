// Files that are dropped, those of folders too, each named by its path.

/** @param {DataTransfer} dropped @returns {Promise<File[]>} */
export async function filesIn(dropped) {
  const entries = [...dropped.items].map((one) => one.webkitGetAsEntry?.());
  // What a script drops has no entries, only files.
  if (entries.some((one) => !one)) return [...dropped.files];
  const found = await Promise.all(entries.map((one) => below(one)));
  return found.flat();
}

/** @param {any} entry @returns {Promise<File[]>} */
async function below(entry) {
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
    for (const one of piece) found.push(...(await below(one)));
  }
}

/** @param {File} file @param {string} path */
const named = (file, path) => new File([file], path, { type: file.type });

/** The path of a file that was chosen with its folder, or its name. @param {File} file */
export const pathOf = (file) => file.webkitRelativePath || file.name;
