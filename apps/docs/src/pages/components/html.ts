import type { html } from 'hono/html';

/** Escaped markup. `String()` converts it to text, because our templates contain no promises. */
export type Html = ReturnType<typeof html>;
