import type { Api, Operation } from '../spec/api.ts';

/** Something an operation's extensions say, in words, with the guide that says more. */
export type Fact = { name: string; text: string; guide: string };

const repeats: Record<string, string> = {
  harmless: 'Harmless to repeat after a failure.',
  harmful: 'Not to be repeated when the first try may have got through.',
  'harmless-without-actions': 'Harmless to repeat without `actions`, not with them.',
};

/** How an operation behaves: repeating, paging, limits. */
export function behaviourOf(api: Api, { retry, pagination, parameters }: Operation): Fact[] {
  const facts: Fact[] = [];
  if (retry) {
    const words = repeats[retry.repeat];
    if (!words)
      throw new Error(`src/pages/facts.ts has no words for x-retry ${retry.repeat}: add them`);
    facts.push({
      name: 'Repeating',
      text: `${words} ${retry.why}`,
      guide: 'rate-limits-and-retries',
    });
  }
  if (pagination) {
    const limit = parameters.find(({ name }) => name === pagination.limit)?.schema;
    const { minimum = 1, maximum, default: standard } = limit ?? {};
    const text = [
      `\`${pagination.skip}\` and \`${pagination.limit}\` (${minimum} to ${maximum}, ${standard} by default) choose the page.`,
      `The items are in \`${pagination.items}\`,`,
      pagination.total ? `their number in \`${pagination.total}\`.` : 'their number is not told.',
      pagination.when && `Only with \`${pagination.when}=true\`.`,
    ];
    const words = text.filter((part) => part !== undefined).join(' ');
    facts.push({ name: 'Paging', text: words, guide: 'paging-and-searching' });
  }
  facts.push({ name: 'Rate limit', text: rateLimit(api), guide: 'rate-limits-and-retries' });
  return facts;
}

/** An API's rate limit as a sentence. */
export function rateLimit({ rateLimit: limit }: Api): string {
  if (!limit) return 'Not documented.';
  const period = limit.seconds === 3600 ? 'an hour' : `every ${limit.seconds} seconds`;
  const note = limit.documented ? '' : ' (observed, not documented)';
  return `${limit.requests.toLocaleString('en-US')} requests ${period} for each token${note}.`;
}
