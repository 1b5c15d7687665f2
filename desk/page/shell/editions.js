// An edition as people call it; the label that files and commands know stands where one is needed.

/**
 * @param {import("./desk.js").Policy[]} policies
 * @param {string} label of one edition, or of several that are applied together
 */
export function editionWords(policies, label) {
  const editions = policies.flatMap((policy) => policy.editions);
  return label.split("+").map((one) => {
    const found = editions.find((edition) => edition.label === one);
    return found ? `${found.title}（${sinceWords(found)}）` : one;
  }).join("，");
}

/** @param {{effective: string | null}} edition */
export const sinceWords = ({ effective }) => (effective ? `${effective} 起施行` : "未署日期");
