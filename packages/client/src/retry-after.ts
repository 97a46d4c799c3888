/** The milliseconds that `Retry-After` asks to wait, in either of its two forms. */
export function retryAfter(headers: Headers): number | undefined {
  // An empty text would pass for the number 0.
  const value = headers.get('retry-after') || 'none';
  const ms = +value >= 0 ? +value * 1000 : Date.parse(value) - Date.now();
  // NaN is what a date that is none leads to.
  return ms >= 0 ? ms : ms < 0 ? 0 : undefined;
}
