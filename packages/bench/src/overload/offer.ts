/** The process of the load generator: sends leads at a given rate, and prints which of them were acknowledged. */
import autocannon from 'autocannon';
import { bodyOf, leadNumber } from './leads.ts';

/** The load. */
export interface Offer {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** Requests per second; as many as get a response if not given. */
  readonly rate?: number;
  /** The number of the first lead. */
  readonly from: number;
}

/** The result of the load. */
export interface Offered {
  /** Responses by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Responses that lack a required `Retry-After`. */
  readonly withoutRetryAfter: number;
  /** Failed connections, and requests without a response. */
  readonly errors: number;
  /** The numbers of the acknowledged leads. */
  readonly acknowledged: readonly number[];
  readonly perSecond: number;
}

const offer: Offer = JSON.parse(process.argv[2] ?? '{}');
let next = offer.from;
let withoutRetryAfter = 0;
const statuses: Record<string, number> = {};
const acknowledged: number[] = [];
const { errors, duration } = await autocannon({
  url: `http://127.0.0.1:${offer.port}`,
  connections: offer.connections,
  duration: offer.seconds,
  ...(offer.rate !== undefined && { overallRate: offer.rate }),
  requests: [
    {
      method: 'POST',
      path: '/enterprise/ent_sandbox/autoupdatelead',
      headers: {
        authorization: 'Bearer sandbox-async-token',
        'content-type': 'application/json',
      },
      setupRequest: (request, context) => {
        const number = next++;
        Object.assign(context, { number });
        return { ...request, body: bodyOf(number) };
      },
      onResponse: (status, _body, context, headers) => {
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status === 200) acknowledged.push(leadNumber(context));
        else if (!hasRetryAfter(headers)) withoutRetryAfter++;
      },
    },
  ],
});
const total = Object.values(statuses).reduce((sum, count) => sum + count, 0);
const result: Offered = {
  ...{ statuses, withoutRetryAfter, errors, acknowledged },
  perSecond: total / duration,
};
console.log(JSON.stringify(result));

function hasRetryAfter(headers: object | undefined): boolean {
  return Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'retry-after');
}
