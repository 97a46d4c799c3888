import {
  type ApiResponse,
  errorResponse,
  type ExampleChoice,
  type ExampleSource,
} from '@telecrm/sandbox/adapter';
import { choosePreference } from './choose-example.ts';
import { missingNode } from './required-node.ts';
import type { Prism } from './prism.ts';

/** Answers from the examples of the spec by Prism, which is loaded when it is first needed. */
export function prismExamples(): ExampleSource {
  let loading: Promise<Prism> | undefined;
  const load = async () => {
    const { createPrism } = await import('./prism.ts');
    return createPrism();
  };
  return {
    async choose({ id }, prefer) {
      const missing = missingNode();
      if (missing) return always(errorResponse(501, 'NOT_IMPLEMENTED', `Prefer ${missing}.`));
      loading ??= load();
      const prism = await loading;
      const operation = prism.operations.get(id);
      if (operation === undefined) throw new Error(`Prism does not know ${id}`);
      const chosen = prefer && choosePreference(operation, prefer);
      if (chosen && 'problem' in chosen) return chosen;
      const preference = chosen?.preference;
      return {
        ...(preference?.code !== undefined && { status: preference.code }),
        respond: (request) => prism.respond(operation, request, preference),
      };
    },
  };
}

/** The same response, whatever the request: as if that status had been asked for. */
function always(response: ApiResponse): ExampleChoice {
  return { status: 400, respond: async () => response };
}
