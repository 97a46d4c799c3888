/** The wait that `Retry-After` asks for, in milliseconds. The header can be a number of seconds or a date. */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const ms = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  if (Number.isNaN(ms) || seconds < 0) return undefined;
  // A date in the past means no wait.
  return Math.max(ms, 0);
}
