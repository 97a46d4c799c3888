import type { MockRequest, Violation } from './answer.ts';
import { bodyComplaints, bodySchema } from './body-complaints.ts';
import type { Complaint, Schema } from './complaint.ts';
import type { Resource } from './operations.ts';

/** Everything that is wrong with a request: Prism's findings in clear, and what Prism lets pass. */
export function complaintsOf(
  resource: Resource,
  request: MockRequest,
  violations: readonly Violation[],
): Complaint[] {
  const empty = emptyQueryValues(resource, request);
  if (violations.length === 0) return empty;
  const aboutBody = violations.filter(isAboutBody);
  const aboutParameters = violations.filter((violation) => !isAboutBody(violation));
  return [
    ...aboutParameters.map((violation) => ofParameter(resource, request, violation)),
    ...empty,
    ...(aboutBody.length > 0 ? ofBody(resource, request, aboutBody) : []),
  ];
}

// That a body is missing is the one thing Prism says without a place.
const isAboutBody = ({ path }: Violation): boolean => path === undefined || path[0] === 'body';

function ofBody(resource: Resource, request: MockRequest, violations: Violation[]) {
  if (request.body === undefined) {
    return [{ place: ['body'], keyword: 'required', schema: bodySchema(resource) }];
  }
  const clear = bodyComplaints(resource, request.body);
  if (clear.length > 0) return clear;
  return violations.map(({ path = ['body'], code }) => ({
    place: path,
    keyword: String(code),
    schema: {},
  }));
}

// Prism takes `?limit=` for a parameter that was not sent.
function emptyQueryValues({ request }: Resource, { url }: MockRequest): Complaint[] {
  const declared = request?.query ?? [];
  return declared
    .filter(({ name }) => url.query?.[name] === '')
    .map(({ name, schema }) => ({
      place: ['query', name],
      keyword: 'empty',
      schema: clear(schema),
    }))
    .filter(({ schema }) => !takesEmptyText(schema));
}

function takesEmptyText({ type, minLength = 0, ...rest }: Schema): boolean {
  const rules = ['enum', 'format', 'pattern'];
  return type === 'string' && minLength === 0 && !rules.some((rule) => Object.hasOwn(rest, rule));
}

function ofParameter(
  { request }: Resource,
  { url }: MockRequest,
  { path = [], code }: Violation,
): Complaint {
  const [where = '', lowerCased = ''] = path;
  const declared = where === 'query' ? request?.query : request?.path;
  // Prism writes the names of parameters in lower case.
  const parameter = declared?.find(({ name }) => name.toLowerCase() === lowerCased);
  const name = parameter?.name ?? lowerCased;
  const repeated = where === 'query' && Array.isArray(url.query?.[name]);
  const [example] = parameter?.examples ?? [];
  const schema = clear(parameter?.schema);
  return {
    place: [where, name],
    // All of them are strings on the wire, so that `type` would say nothing.
    keyword: repeated ? 'repeated' : code === 'type' ? 'value' : String(code),
    schema: example && 'value' in example ? { examples: [example.value], ...schema } : schema,
  };
}

// Prism's schemas are JSON Schema with more keywords than are read here.
const clear = (schema: unknown): Schema => (schema ?? {}) as Schema;
