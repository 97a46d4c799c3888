import type { ApiModel, Operation, Retry } from '@telecrm/spec/model';

/** An aspect of an operation that an extension of the spec describes, with the name of its guide. */
export interface Behavior {
  name: string;
  /** The description in Markdown. */
  text: string;
  guide: string;
}

const retryAdvice: Record<Retry['repeat'], string> = {
  harmless: 'Safe to retry after a failure.',
  harmful: "Don't retry if the first request might have succeeded.",
  'harmless-without-actions': 'Safe to retry without `actions`, but not with them.',
};

/** The behavior of an operation: retries, paging and rate limit. */
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
    total ? `the total number in \`${total}\`.` : 'the total number is not returned.',
    ...(when ? [`This applies only with \`${when}=true\`.`] : []),
  ].join(' ');
  return [{ name: 'Paging', text, guide: 'paging-and-searching' }];
}

/** The rate limit of an API as a sentence. */
export function describeRateLimit({ rateLimit }: ApiModel): string {
  if (!rateLimit) return 'Not documented.';
  const { requests, seconds, evidence } = rateLimit;
  const period = seconds === 3600 ? 'per hour' : `every ${seconds} seconds`;
  const note = evidence ? ` (${evidence.level}, not documented)` : '';
  return `${requests.toLocaleString('en-US')} requests ${period} per token${note}.`;
}
