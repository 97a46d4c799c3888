const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A point in time, by the clock and the language of the reader; its tooltip has it in UTC. */
export function Time({ at }: { readonly at: number }) {
  const date = new Date(at);
  // A lead can carry any number, and not every number is a date.
  if (Number.isNaN(date.getTime())) return <span>{String(at)}</span>;
  const iso = date.toISOString();
  return (
    <time dateTime={iso} title={iso}>
      {formatTime(date)}
    </time>
  );
}

function formatTime(date: Date): string {
  const isToday = date.toDateString() === new Date().toDateString();
  return (isToday ? time : dateAndTime).format(date);
}
