// A command line as one types it, for those who go on where Python is.

/** @param {string[]} words without `xinfang` */
export const commandLine = (words) => ["xinfang", ...words.map(quoted)].join(" ");

/** A word as shells take it for one; in double quotes, which Windows knows too, where that will do. @param {string} word */
function quoted(word) {
  if (/^[\p{L}\p{N}_.,:=@+/-]+$/u.test(word)) return word;
  return /["$`\\]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
