/**
 * Whether a stored value is what was sent. The API may store it in another form: a phone number
 * with its country code, text without the space around it, a date as milliseconds.
 */
export function isSameValue(sent: unknown, stored: unknown): boolean {
  if (stored === undefined || stored === null) return false;
  if (Array.isArray(sent)) return sameList(sent, Array.isArray(stored) ? stored : [stored]);
  if (typeof sent === 'number') return Number(stored) === sent;
  const text = String(sent).trim().toLowerCase();
  if (text === String(stored).trim().toLowerCase()) return true;
  if (typeof stored === 'number') return isNear(text, stored) || Number(text) === stored;
  return isPhone(text) && isPhone(`${stored}`) && endsAlike(digits(text), digits(`${stored}`));
}

function sameList(sent: readonly unknown[], stored: readonly unknown[]): boolean {
  return sent.every((one) => stored.some((other) => isSameValue(one, other)));
}

/** Text such as `01/06/2026 10:30:00` says no time zone, so half a day each way is the same. */
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

/** A number without its country code is the end of the one with it. */
function endsAlike(one: string, other: string): boolean {
  return one.length >= 7 && other.length >= 7 && (one.endsWith(other) || other.endsWith(one));
}
