/** A kind of invalid request for which the verdicts of the sandbox and Prism differ on purpose. */
interface Difference {
  reason: string;
  /** Whether the difference covers the request with this description. */
  matches(what: string): boolean;
  /** Which of them reject the request. */
  verdicts: { sandbox: boolean; prism: boolean };
}

export const differences: readonly Difference[] = [
  {
    reason: 'Prism treats an empty query parameter as one that was not sent.',
    matches: (what) => /^query \w+ is empty$/.test(what),
    verdicts: { sandbox: true, prism: false },
  },
];
