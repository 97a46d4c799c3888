/** The milliseconds that `Retry-After` asks to wait, in either of its two forms. */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? +value * 1000 : Date.parse(value) - Date.now();
  // NaN is what a date that is none leads to.
  return ms >= 0 ? ms : ms < 0 ? 0 : undefined;
}
