import type { CustomAction, WorkspaceContext } from '../context/context.ts';
import type { DroppedValue } from '../results/dropped-value.ts';
import { describeType, formatList, quoteName } from '../text/format.ts';
import { nearest } from '../text/nearest.ts';

/** The API's message for any other type. */
export const notWritable = 'Only custom actions and payment actions can be created';

/** The two APIs name custom actions differently: by the bare code on Sync, as `ACTION_<code>` on Async. */
export type ApiName = 'sync' | 'async';

/** The kind of an action, or why it cannot be written. */
export type ActionType = { custom: CustomAction } | 'payment' | { refused: DroppedValue };

/** Parses the `type` of an action to write. */
export function parseActionType(
  context: WorkspaceContext,
  type: unknown,
  api: ApiName,
  at: string,
): ActionType {
  if (type === 'PAYMENT') return 'payment';
  const code = typeof type === 'string' ? bareCode(type, api) : undefined;
  const custom = code === undefined ? undefined : context.customActions.get(code);
  if (custom) return { custom };
  return {
    refused: {
      field: `${at}.type`,
      remark: syncRemark(context, type),
      remarkWithFix: asyncRemark(context, type),
    },
  };
}

function bareCode(type: string, api: ApiName): string | undefined {
  const pattern = api === 'async' ? /^ACTION_([0-9]+)$/ : /^([0-9]+)$/;
  return pattern.exec(type)?.[1];
}

function asyncRemark(context: WorkspaceContext, type: unknown): string {
  const code = typeof type === 'number' || typeof type === 'string' ? String(type) : '';
  if (context.customActions.has(code)) {
    return `The Async API drops a bare code: send \`ACTION_${code}\``;
  }
  const codes = [...context.customActions.keys()].map((known) => `ACTION_${known}`);
  if (typeof type !== 'string' || type === '') {
    const what =
      type === undefined ? 'The action has no type' : `A type cannot be ${describeType(type)}`;
    return `${what}: send ${allowedTypes(codes)}`;
  }
  if (/^(ACTION_)?[0-9]+$/i.test(type)) {
    const meant = nearest(type, codes);
    const fix = meant ? `did you mean \`${meant}\`?` : `send ${allowedTypes(codes)}`;
    return `The workspace has no custom action ${quoteName(type)}: ${fix}`;
  }
  return `The API does not take ${quoteName(type)}, only custom actions and payments: ${customActionHint(context)}`;
}

function allowedTypes(codes: readonly string[]): string {
  return codes.length === 0 ? '`PAYMENT`' : `one of ${formatList(codes)} or \`PAYMENT\``;
}

/** What works for a note or a call: a custom action with a text field. */
function customActionHint({ customActions }: WorkspaceContext): string {
  for (const { code, fields } of customActions.values()) {
    const text = [...fields.values()].find(({ type }) => type === 'text');
    if (text) {
      const fieldsOf = JSON.stringify({ [text.apiName]: '…' });
      return `record it as a custom action, such as {"type":"ACTION_${code}","fields":${fieldsOf}}`;
    }
  }
  return 'define a custom action for it in the dashboard and send its code';
}

/** The API's message for a type that cannot be written, with the fix where only the prefix is wrong. */
function syncRemark({ customActions }: WorkspaceContext, type: unknown): string {
  const code = typeof type === 'string' ? bareCode(type, 'async') : undefined;
  const fix = code !== undefined && customActions.has(code) ? `; send ${code} without ACTION_` : '';
  return `${notWritable}${fix}`;
}
