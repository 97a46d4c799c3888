import * as v from 'valibot';
import { isObject } from '../../json/json.ts';
import { object, tooMany } from './containers.ts';
import { apiName, fieldType, options } from './fields.ts';
import { type Issue, wrongType } from './messages.ts';

const maxFields = 100;

const field = object('Action field', { type: fieldType, options: v.optional(options) });

type Input = Readonly<Record<string, v.InferInput<typeof field>>>;
type Output = Record<string, v.InferOutput<typeof field>>;

const anyObject = v.custom<Input & Output>(
  isObject,
  wrongType('send an object such as { "note": { "type": "TEXT" } }'),
);

/** What the JSON Schema is made of. */
const jsonSchemaParts = { type: 'record', key: apiName, value: field };

/** Like `v.record`, but without omitting `__proto__`, `constructor` and `prototype`, which are ordinary names in JSON. */
const record: v.BaseSchema<Input, Output, Issue> = {
  ...anyObject,
  ...jsonSchemaParts,
  '~run'(dataset, config) {
    const checked = anyObject['~run'](dataset, config);
    if (!checked.typed) return checked;
    const input = checked.value;
    const entries: [string, Output[string]][] = [];
    const issues: Issue[] = [];
    for (const [key, value] of Object.entries(input)) {
      const name = v.safeParse(apiName, key, config);
      const parsed = v.safeParse(field, value, config);
      if (parsed.success) entries.push([key, parsed.output]);
      const item = { type: 'object', origin: 'value', input, key, value } as const;
      for (const issue of [...(name.issues ?? []), ...(parsed.issues ?? [])]) {
        issues.push({ ...issue, path: [item, ...(issue.path ?? [])] });
      }
    }
    // It defines properties, so that `__proto__` does not set the prototype.
    const value = Object.fromEntries(entries);
    const [first, ...others] = issues;
    return first ? { typed: false, value, issues: [first, ...others] } : { typed: true, value };
  },
};

const fields = v.pipe(
  record,
  v.maxEntries(maxFields, tooMany(maxFields)),
  v.readonly(),
  v.title('Action fields'),
);

/** The fields of a custom action by API name. In the JSON Schema, `lazy` makes them a definition of its own. */
export const actionFields = v.lazy(() => fields);
