/**
 * Whether a stored value equals the one that was sent. The API can store it in another form: a phone number
 * with its country code, text without surrounding white space, a date as milliseconds.
 */
export function isSameValue(sent: unknown, stored: unknown): boolean {
  if (stored === undefined || stored === null) return false;
  if (Array.isArray(sent)) return sameList(sent, Array.isArray(stored) ? stored : [stored]);
  if (typeof sent === 'number') return Number(stored) === sent;
  if (isSameText(sent, stored)) return true;
  const text = String(sent).trim();
  if (typeof stored === 'number') return isNear(text, stored) || Number(text) === stored;
  return isSamePhone(text, String(stored));
}

/** Whether two texts differ at most in case and in surrounding white space. */
export function isSameText(one: unknown, other: unknown): boolean {
  return String(one).trim().toLowerCase() === String(other).trim().toLowerCase();
}

/** Whether two phone numbers are the same. One of them may lack its country code. */
export function isSamePhone(one: string, other: string): boolean {
  if (!isPhone(one) || !isPhone(other)) return false;
  const [short, long] = digits(one).length < digits(other).length ? [one, other] : [other, one];
  const [end, whole] = [digits(short), digits(long)];
  if (end === whole) return true;
  // A country code has up to three digits. A number with a plus or many digits already has one.
  if (short.trim().startsWith('+') || end.length < 8 || end.length > 11) return false;
  return whole.length - end.length <= 3 && whole.endsWith(end);
}

function sameList(sent: readonly unknown[], stored: readonly unknown[]): boolean {
  return sent.every((one) => stored.some((other) => isSameValue(one, other)));
}

/** Text such as `01/06/2026 10:30:00` has no time zone, so times up to half a day apart count as equal. */
function isNear(text: string, stored: number): boolean {
  const [, day, month, year, hour = 0, minute = 0, second = 0] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d\d)(?::(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const utc = Date.UTC(+year, Number(month) - 1, Number(day), +hour, +minute, +second);
  return Math.abs(utc - stored) <= 14 * 3600 * 1000;
}

function isPhone(text: string): boolean {
  return /^\+?[\d\s().-]{7,}$/.test(text);
}

function digits(text: string): string {
  return text.replaceAll(/\D/g, '').replace(/^0+/, '');
}
