/** What stands in the place of a token. */
export const blank = 'TOKEN';

/** Tokens that open nothing but the sandbox, and placeholders. */
const harmless = /^(?:sandbox-(?:sync|async)-token|TOKEN|\$.*|<.*|\{.*|YOUR.*|\*+|…|x+)$/i;

/** Where credentials stand in a command, a program or a header. What comes before them is kept. */
const places = [
  /(\b(?:bearer|basic)\s+)([^\s"'`\\,;)]+)/gi,
  /(\bauthorization["']?\s*:\s*["']?)(?!(?:bearer|basic)\b)([^\s"'`\\,;)]+)/gi,
  /(\b(?:x-api-key|api[-_]?key|access[-_]?token|auth[-_]?token|token|secret|password)["']?\s*[:=]\s*["']?)([^\s"'`\\,;)}]+)/gi,
  /(\b(?:cookie|set-cookie)\s*:\s*)([^"'`\n]+)/gi,
  /((?:^|\s)(?:-u|--user|--oauth2-bearer|-b|--cookie)[\s=]+["']?)([^\s"'`\\]+)/gi,
  /()(\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+)/g,
];

/** Blanks tokens, cookies and passwords in a text that somebody pasted. */
export function redact(text: string): { text: string; count: number } {
  let count = 0;
  const replaced = places.reduce(
    (rest, place) =>
      rest.replace(place, (whole: string, before: string, value: string) => {
        if (harmless.test(value)) return whole;
        count++;
        return before + blank;
      }),
    text,
  );
  return { text: replaced, count };
}
