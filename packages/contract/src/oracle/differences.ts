/** A kind of wrong request on which the sandbox and Prism differ on purpose. */
interface Difference {
  reason: string;
  /** By the name of the test. */
  matches(what: string): boolean;
  /** Who refuses it. */
  verdicts: { sandbox: boolean; prism: boolean };
}

export const differences: readonly Difference[] = [
  {
    reason: 'Prism takes a query parameter that is sent empty for one that was not sent.',
    matches: (what) => /^query \w+ is empty$/.test(what),
    verdicts: { sandbox: true, prism: false },
  },
];
