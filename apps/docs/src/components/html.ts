import type { html } from 'hono/html';

/** Escaped markup. `String()` makes text of it: no template of ours contains a promise. */
export type Html = ReturnType<typeof html>;
