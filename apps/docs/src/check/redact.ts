/** The replacement for a token. */
export const placeholder = 'TOKEN';

/** The tokens of the sandbox, and common placeholders. */
const notSecret = /^(?:sandbox-(?:sync|async)-token|TOKEN|\$.*|<.*|\{.*|YOUR.*|\*+|…|x+)$/i;

/** Patterns of credentials in commands, programs and headers. The first group is not replaced. */
const credentialPatterns = [
  /(\b(?:bearer|basic)\s+)([^\s"'`\\,;)]+)/gi,
  /(\bauthorization["']?\s*:\s*["']?)(?!(?:bearer|basic)\b)([^\s"'`\\,;)]+)/gi,
  /(\b(?:x-api-key|api[-_]?key|access[-_]?token|auth[-_]?token|token|secret|password)["']?\s*[:=]\s*["']?)([^\s"'`\\,;)}]+)/gi,
  /(\b(?:cookie|set-cookie)\s*:\s*)([^"'`\n]+)/gi,
  /((?:^|\s)(?:-u|--user|--oauth2-bearer|-b|--cookie)[\s=]+["']?)([^\s"'`\\]+)/gi,
  /()(\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+)/g,
];

/** Replaces tokens, cookies and passwords in pasted text. */
export function redact(text: string): { text: string; count: number } {
  let count = 0;
  const replaced = credentialPatterns.reduce(
    (result, pattern) =>
      result.replace(pattern, (whole: string, before: string, value: string) => {
        if (notSecret.test(value)) return whole;
        count++;
        return before + placeholder;
      }),
    text,
  );
  return { text: replaced, count };
}
