/**
 * Splits a text into the tokens of the search. Identifiers are indexed completely and in parts, so that both `createLead`
 * and “lead” find the operation.
 */
export function tokens(text: string): string[] {
  return (text.match(/[\p{L}\p{N}_]+/gu) ?? []).flatMap((word) => {
    const parts = word
      .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
      .split(/[\s_]+/)
      .filter((part) => part !== '' && part !== word);
    return [word, ...parts];
  });
}
