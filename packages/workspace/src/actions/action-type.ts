import type { CustomAction, WorkspaceRules } from '../context/rules.ts';
import type { DroppedValue } from '../results/dropped-value.ts';
import { describeType, formatList, quoteName } from '../text/format.ts';
import { nearest } from '../text/nearest.ts';

/** The API's message for any other type. */
export const notWritable = 'Only custom actions and payment actions can be created';

/** The two APIs name custom actions differently: by the bare code on Sync, as `ACTION_<code>` on Async. */
export type ApiName = 'sync' | 'async';

/** The kind of an action, or why it cannot be written. */
export type ActionType = { custom: CustomAction } | 'payment' | { dropped: DroppedValue };

/** Parses the `type` of an action to write. */
export function parseActionType(
  rules: WorkspaceRules,
  type: unknown,
  api: ApiName,
  at: string,
): ActionType {
  if (type === 'PAYMENT') return 'payment';
  const code = typeof type === 'string' ? bareCode(type, api) : undefined;
  const custom = code === undefined ? undefined : rules.customActions.get(code);
  if (custom) return { custom };
  const remark = syncRemark(rules, type);
  return { dropped: { field: `${at}.type`, remark, ...reasonAndFix(rules, type, api) } };
}

function bareCode(type: string, api: ApiName): string | undefined {
  const pattern = api === 'async' ? /^ACTION_([0-9]+)$/ : /^([0-9]+)$/;
  return pattern.exec(type)?.[1];
}

/** The type of a custom action as an API expects it. */
function typeOf(code: string, api: ApiName): string {
  return api === 'async' ? `ACTION_${code}` : code;
}

function reasonAndFix(
  rules: WorkspaceRules,
  type: unknown,
  api: ApiName,
): Pick<DroppedValue, 'reason' | 'fix'> {
  const wrongPrefix = otherApiCode(rules, type, api);
  if (wrongPrefix !== undefined) {
    const reason =
      api === 'async' ? 'The Async API drops a bare code' : 'The Sync API expects the bare code';
    return { reason, fix: `send \`${typeOf(wrongPrefix, api)}\`` };
  }
  const types = [...rules.customActions.keys()].map((code) => typeOf(code, api));
  if (typeof type !== 'string' || type === '') {
    const reason =
      type === undefined ? 'The action has no type' : `A type cannot be ${describeType(type)}`;
    return { reason, fix: `send ${allowedTypes(types)}` };
  }
  if (/^(ACTION_)?[0-9]+$/i.test(type)) {
    const meant = nearest(type, types);
    const fix = meant ? `did you mean \`${meant}\`?` : `send ${allowedTypes(types)}`;
    return { reason: `The workspace has no custom action ${quoteName(type)}`, fix };
  }
  const reason = `The API does not accept ${quoteName(type)}, only custom actions and payments`;
  return { reason, fix: customActionHint(rules, api) };
}

/** The code of a custom action whose type is in the form of the other API. */
function otherApiCode(
  { customActions }: WorkspaceRules,
  type: unknown,
  api: ApiName,
): string | undefined {
  const text = typeof type === 'number' || typeof type === 'string' ? String(type) : '';
  const code = bareCode(text, api === 'async' ? 'sync' : 'async');
  return code !== undefined && customActions.has(code) ? code : undefined;
}

function allowedTypes(types: readonly string[]): string {
  return types.length === 0 ? '`PAYMENT`' : `one of ${formatList(types)} or \`PAYMENT\``;
}

/** The fix for a note or a call: a custom action with a text field. */
function customActionHint({ customActions }: WorkspaceRules, api: ApiName): string {
  for (const { code, fields } of customActions.values()) {
    const text = [...fields.values()].find(({ type }) => type === 'text');
    if (text) {
      const action = { type: typeOf(code, api), fields: { [text.apiName]: '…' } };
      return `record it as a custom action, such as ${JSON.stringify(action)}`;
    }
  }
  return 'define a custom action for it in the dashboard and send its code';
}

/** The API's message for a type that cannot be written, with the fix if only the prefix is wrong. */
function syncRemark(rules: WorkspaceRules, type: unknown): string {
  const code = otherApiCode(rules, type, 'sync');
  return code === undefined ? notWritable : `${notWritable}; send ${code} without ACTION_`;
}
