import { once } from 'node:events';
import { type DestinationStream, destination, pino } from 'pino';
import type { ServerLog } from './server-log.ts';

/** Writes one JSON object per line, for programs: requests, the server's start and end, and internal errors. */
export function jsonLog(): ServerLog {
  const stream = destination({ fd: 1, sync: false });
  return jsonLogTo(stream, async () => {
    const closed = once(stream, 'close');
    stream.end();
    await closed;
  });
}

/** The same, to any stream. */
export function jsonLogTo(stream: DestinationStream, end = async () => {}): ServerLog {
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
      // An orchestrator sends probes every few seconds.
      if (api === 'probe' && status === 200) return;
      const duration = Math.round(durationMs * 1000) / 1000;
      log.info({ event: 'request', api, operation, method, status, durationMs: duration });
    },
    audit({ actor, partnerId, operation, enterpriseId, subject, status }) {
      // An unknown workspace ID may be any text from the path.
      const known = status < 400 ? enterpriseId : null;
      log.info({
        event: 'audit',
        actor,
        partnerId,
        operation,
        enterpriseId: known,
        subject,
        status,
      });
    },
    async end() {
      // Later lines cannot be written.
      log.level = 'silent';
      await end();
    },
  };
}

function trim(line: string): string {
  return line.trim();
}
