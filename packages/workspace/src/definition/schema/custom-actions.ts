import * as v from 'valibot';
import { actionSources } from '../../generated/spec-values.ts';
import { actionFields } from './action-fields.ts';
import { distinct, object } from './containers.ts';
import { invalid } from './messages.ts';
import { decimal, description, label, oneOf } from './values.ts';

const codeMessage = invalid('send `ACTION_` and the number, such as `ACTION_1001`');

const customAction = object('Custom action', {
  code: v.pipe(
    v.string(codeMessage),
    v.regex(/^ACTION_[0-9]{1,20}$/, codeMessage),
    v.metadata({
      title: 'Code',
      description: 'The full code. Sync payloads use its number alone, `1001`.',
      examples: ['ACTION_1001'],
    }),
  ),
  displayName: v.pipe(
    label,
    v.metadata({
      title: 'Display name',
      description: 'The name that people see.',
      examples: ['Site Visit'],
    }),
  ),
  fieldSchema: v.pipe(
    actionFields,
    v.metadata({
      title: 'Fields',
      description: 'The fields of the action by API name.',
      examples: [{ note: { type: 'TEXT' } }],
    }),
  ),
  description: v.optional(
    v.pipe(description, v.metadata({ title: 'Description', description: 'A note for people.' })),
  ),
  icon: v.optional(
    v.pipe(
      label,
      v.metadata({ title: 'Icon', description: 'The name of an icon.', examples: ['map-pin'] }),
    ),
  ),
  source: v.optional(
    v.pipe(
      oneOf(actionSources),
      v.metadata({
        title: 'Source',
        description:
          'Who defined the action: the workspace, `USER`, the default, or telecrm, `SYSTEM`.',
      }),
    ),
  ),
  score: v.optional(
    v.pipe(
      decimal,
      v.metadata({
        title: 'Score',
        description: "What each such action adds to the lead's score.",
        examples: [10],
      }),
    ),
  ),
});

export const customActions = distinct(
  customAction,
  200,
  ({ code }) => code,
  'give each custom action a unique code',
);
