import type { Operation, Parameter } from '@telecrm/spec/model';

/** The one parameter that the client fills in, and that no method asks for. */
export const enterpriseId = 'enterpriseId';

/** Where all paths begin. */
export const prefix: string = `/enterprise/{${enterpriseId}}`;

/**
 * The parameters that a method takes, flat and beside `body`. Stops the build where the client
 * could not offer an operation unambiguously.
 */
export function inputsOf({ id, path, parameters }: Operation): Parameter[] {
  if (!path.startsWith(`${prefix}/`)) throw new Error(`${id}: ${path} is outside ${prefix}`);
  const inputs = parameters.filter(({ name }) => name !== enterpriseId);
  const names = ['body', ...inputs.map(({ name }) => name)];
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate) {
    throw new Error(`${id}: two inputs are called ${duplicate}, and a method takes them flat`);
  }
  return inputs;
}
