/**
 * The words of a text as the search knows them: identifiers as a whole and in parts, so that both `createLead` and “lead”
 * find the operation. Runs when the index is built and in the browser.
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
