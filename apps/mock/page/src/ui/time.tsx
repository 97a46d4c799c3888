const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

interface TimeProps {
  /** Unix time in milliseconds. */
  readonly at: number;
  /** Always includes the day and the seconds. */
  readonly isExact?: boolean;
}

/** A point in time in the reader's time zone and language. The tooltip shows it in UTC. */
export function Time({ at, isExact = false }: TimeProps) {
  const date = new Date(at);
  // A lead can contain any number, and not every number is a valid date.
  if (Number.isNaN(date.getTime())) return <span>{String(at)}</span>;
  const iso = date.toISOString();
  return (
    <time dateTime={iso} title={iso}>
      {isExact ? exact.format(date) : formatTime(date)}
    </time>
  );
}

function formatTime(date: Date): string {
  const isToday = date.toDateString() === new Date().toDateString();
  return (isToday ? time : dateAndTime).format(date);
}
