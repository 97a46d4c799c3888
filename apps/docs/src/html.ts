import type { html } from 'hono/html';

/** Markup whose text is escaped. It is a string once it is asked for as one: no hole of ours holds a promise. */
export type Html = ReturnType<typeof html>;
