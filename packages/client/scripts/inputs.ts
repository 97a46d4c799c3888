import type { Operation, Parameter } from '@telecrm/spec/model';

/** The path parameter that the client fills in, so no method has it. */
export const enterpriseId = 'enterpriseId';

/** The prefix of all paths. */
export const prefix: string = `/enterprise/{${enterpriseId}}`;

/**
 * The parameters of a method, which are properties of its input next to `body`. Throws if the input
 * would be ambiguous.
 */
export function inputsOf({ id, path, parameters }: Operation): Parameter[] {
  if (!path.startsWith(`${prefix}/`)) throw new Error(`${id}: ${path} is outside ${prefix}`);
  const inputs = parameters.filter(({ name }) => name !== enterpriseId);
  const names = ['body', ...inputs.map(({ name }) => name)];
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate) {
    throw new Error(`${id}: two properties of the input would have the name ${duplicate}`);
  }
  return inputs;
}
