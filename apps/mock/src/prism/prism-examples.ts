import {
  type ApiResponse,
  type ExampleChoice,
  type ExampleSource,
  errorResponse,
} from '@telecrm/sandbox/adapter';
import { choosePreference } from './choose-example.ts';
import type { Prism } from './prism.ts';
import { missingNode } from './required-node.ts';

/** The examples of the spec. They can be loaded before the first request that needs them. */
export interface PrismExamples extends ExampleSource {
  load(): Promise<Prism>;
}

/** Responds with the examples of the spec by Prism, which is loaded on first use. */
export function prismExamples({ deterministic = false } = {}): PrismExamples {
  let loading: Promise<Prism> | undefined;
  const load = () => {
    loading ??= import('./prism.ts').then(({ createPrism }) => createPrism());
    return loading;
  };
  return {
    load,
    async choose({ id }, prefer) {
      const missing = missingNode();
      if (missing) return always(errorResponse(501, 'NOT_IMPLEMENTED', `Prefer ${missing}.`));
      const prism = await load();
      const operation = prism.operations.get(id);
      if (operation === undefined) throw new Error(`Prism does not know ${id}`);
      // In deterministic mode, generated data is also the same in each run.
      const preferences = deterministic && prefer ? { seed: 'telecrm', ...prefer } : prefer;
      const chosen = preferences && choosePreference(operation, preferences);
      if (chosen && 'problem' in chosen) return chosen;
      const preference = chosen?.preference;
      return {
        ...(preference?.code !== undefined && { status: preference.code }),
        respond: (request) => prism.respond(operation, request, preference),
      };
    },
  };
}

/** Always responds with the same status, as if the request preferred it. */
function always(response: ApiResponse): ExampleChoice {
  return { status: 400, respond: async () => response };
}
