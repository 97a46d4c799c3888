import { type DestinationStream, destination, pino } from 'pino';
import type { ServerLog } from './server-log.ts';

/** What a stream must have so that nothing is lost at the end. */
interface Flushable extends DestinationStream {
  flushSync?(): void;
}

/** One JSON object on each line, for programs: requests, the server's start and end, and mistakes of the sandbox. */
export function jsonLog(stream: Flushable = destination({ fd: 1, sync: false })): ServerLog {
  const log = pino(
    {
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    stream,
  );
  return {
    error(text) {
      const [message = '', ...stack] = text.split('\n');
      log.error({ event: 'error', ...(stack.length > 0 && { stack: stack.map(trim) }) }, message);
    },
    event: (event, details) => log.info({ event, ...details }),
    request({ method, api, operation, status, durationMs }) {
      // An orchestrator asks every few seconds.
      if (api === 'probe' && status === 200) return;
      const duration = Math.round(durationMs * 1000) / 1000;
      log.info({ event: 'request', api, operation, method, status, durationMs: duration });
    },
    flush: () => stream.flushSync?.(),
  };
}

function trim(line: string): string {
  return line.trim();
}
