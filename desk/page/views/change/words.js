// The words of a policy's tables as an officer reads them: Chinese first, the key in brackets.

/** What the workbook calls by the word of the file; the page says what it is. */
const SHEETS = /** @type {Record<string, string>} */ ({ variants: "另一种理解", readings: "另一种理解照旧否" });

/** @param {import("./model.js").Sheet} sheet */
export const titleOf = ({ name, title }) => (SHEETS[name] ? `${SHEETS[name]}（${title}）` : title);

/** The columns under the words of the page, the key of a reading after what it is called. @param {import("./model.js").Sheet} sheet */
export function columnsOf({ name, columns }) {
  const titled = columns.map((one) => (one.name === "variant" ? { ...one, title: SHEETS.variants } : one));
  const last = (/** @type {{name: string}} */ one) => Number(name === "readings" && one.name === "name");
  return titled.sort((one, other) => last(one) - last(other));
}

/**
 * A cell as it is read. The key of another reading stands in notes; what is to be typed is left as it is.
 * @param {string} text @param {string} column
 */
export function plain(text, column) {
  if (column === "variant") return text.replace(/^(\w+)：(.+)$/, "$2（$1）");
  return text.replace(/另以 (\w+) 变体/g, "另一种理解（$1）").replace(/本变体/g, "这种理解");
}

/**
 * What a clause is carried out by: rules and parameters by their titles.
 * @param {string} text @param {import("./model.js").Tables} tables
 */
export function carriedOut(text, tables) {
  /** @type {Map<string, string>} */
  const titles = new Map();
  for (const { cells } of tables.sheets.flatMap((sheet) => sheet.rows)) {
    if (!cells.path) continue;
    const [key] = cells.path.text.split(" ");
    titles.set(key, `${cells.rule.text}、${cells.parameter.text}`);
    titles.set(key.split(".")[0], cells.rule.text);
  }
  return text.replace(/[a-z]\w*(\.\w+)*/g, (key) => (titles.has(key) ? `${titles.get(key)}（${key}）` : key));
}
