// Where something is wrong, in words: the library writes `登记表.csv:2:3: …`, as programs read it.

/** At the beginning of a line. In a register a column of it is meant, elsewhere a character of the line. */
const PLACE = /^(\S.*?\.(csv|json|toml|txt)):(\d+)(?::(\d+))?: /gm;

/** @param {string} text one or more refusals, a line each */
export const inWords = (text) =>
  text.replace(PLACE, (_, file, ending, row, column) => {
    const unit = ending === "csv" ? "列" : "字";
    return `${file} 第 ${row} 行${column ? `第 ${column} ${unit}` : ""}：`;
  });
