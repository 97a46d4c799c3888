import type { ApiModel, Operation, Retry } from '@telecrm/spec/model';

/** What an extension of the spec says about an operation, with the guide that says more. */
export interface Behavior {
  name: string;
  /** Markdown. */
  text: string;
  guide: string;
}

const retryAdvice: Record<Retry['repeat'], string> = {
  harmless: 'Safe to retry after a failure.',
  harmful: "Don't retry if the first request might have succeeded.",
  'harmless-without-actions': 'Safe to retry without `actions`, but not with them.',
};

/** How an operation behaves: retries, paging, rate limit. */
export function behaviorOf(api: ApiModel, operation: Operation): Behavior[] {
  const { retry } = operation;
  return [
    ...(retry
      ? [
          {
            name: 'Retries',
            text: `${retryAdvice[retry.repeat]} ${retry.why}`,
            guide: 'rate-limits-and-retries',
          },
        ]
      : []),
    ...pagingOf(operation),
    { name: 'Rate limit', text: describeRateLimit(api), guide: 'rate-limits-and-retries' },
  ];
}

function pagingOf({ pagination, parameters }: Operation): Behavior[] {
  if (!pagination) return [];
  const { skip, limit, items, total, when } = pagination;
  const {
    minimum = 1,
    maximum,
    default: fallback,
  } = parameters.find(({ name }) => name === limit)?.schema ?? {};
  const text = [
    `\`${skip}\` and \`${limit}\` (${minimum} to ${maximum}, ${fallback} by default) select the page.`,
    `The items are in \`${items}\`,`,
    total ? `their number in \`${total}\`.` : 'their number is not returned.',
    ...(when ? [`Only with \`${when}=true\`.`] : []),
  ].join(' ');
  return [{ name: 'Paging', text, guide: 'paging-and-searching' }];
}

/** An API's rate limit as a sentence. */
export function describeRateLimit({ rateLimit }: ApiModel): string {
  if (!rateLimit) return 'Not documented.';
  const { requests, seconds, evidence } = rateLimit;
  const period = seconds === 3600 ? 'per hour' : `every ${seconds} seconds`;
  const note = evidence ? ` (${evidence.level}, not documented)` : '';
  return `${requests.toLocaleString('en-US')} requests ${period} and token${note}.`;
}
