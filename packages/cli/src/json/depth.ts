/** The maximum nesting depth of a JSON text, as in the sandbox. No payload needs more than five levels. */
export const depthLimit = 64;

const [quote, backslash] = [0x22, 0x5c];
const [openBracket, closeBracket] = [0x5b, 0x5d];
const [openBrace, closeBrace] = [0x7b, 0x7d];

/** The offset of the first object or array that is nested too deeply. It is found without recursion. */
export function findTooDeep(text: string, limit = depthLimit): number | undefined {
  if (text.length <= limit) return undefined;
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === backslash) at++;
      else if (code === quote) isInString = false;
    } else if (code === quote) isInString = true;
    else if (code === openBracket || code === openBrace) {
      if (++depth > limit) return at;
    } else if (code === closeBracket || code === closeBrace) depth--;
  }
  return undefined;
}

/** The problem of a text that is nested too deeply. */
export const tooDeep = `is nested more than ${depthLimit} levels deep`;
