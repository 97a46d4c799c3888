import type { IncomingMessage } from 'node:http';
import type { BodyMeter } from '../admission/load-shedder.ts';

/** A body that is received before the sandbox reads it. */
export interface IncomingBody {
  /** Resolves once it has arrived in full, is too large for any use, or will not arrive. */
  readonly arrived: Promise<void>;
  /** `'too-large'` if it exceeds the limit, `'aborted'` if it is incomplete. */
  read(limit: number): Promise<Uint8Array | 'too-large' | 'aborted'>;
}

/** The maximum number of received bytes: twice the limit of the sandbox, which would reject a larger body anyway. */
export const largestBody = 2 * 1024 * 1024;

/** Receives a body. Bytes beyond {@link largestBody} are discarded. */
export function receiveBody(incoming: IncomingMessage, meter: BodyMeter): IncomingBody {
  const chunks: Buffer[] = [];
  let size = 0;
  let state: 'arriving' | 'complete' | 'too-large' | 'aborted' = 'arriving';
  const { promise: arrived, resolve } = Promise.withResolvers<void>();
  const finish = (end: Exclude<typeof state, 'arriving'>) => {
    if (state === 'arriving') state = end;
    resolve();
  };
  const onData = (chunk: Buffer) => {
    size += chunk.length;
    meter.received(chunk.length);
    chunks.push(chunk);
    if (size <= largestBody) return;
    incoming.off('data', onData);
    incoming.resume();
    chunks.length = 0;
    finish('too-large');
  };
  incoming.on('data', onData);
  incoming.once('end', () => {
    meter.complete();
    finish('complete');
  });
  incoming.once('error', () => finish('aborted'));
  incoming.once('close', () => finish('aborted'));
  return {
    arrived,
    async read(limit) {
      await arrived;
      if (state === 'aborted') return 'aborted';
      if (state === 'too-large' || size > limit) return 'too-large';
      return Buffer.concat(chunks);
    },
  };
}
