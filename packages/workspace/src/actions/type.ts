import { nearest } from '../nearest.ts';
import type { Drop } from '../remark.ts';
import type { CustomAction, Room } from '../room.ts';
import { kindOf, listed, quote } from '../words.ts';

/** What the API says to any other type. */
export const notWritable = 'Only custom actions and payment actions can be created';

/** How an API names custom actions: by the bare code on Sync, as `ACTION_<code>` on Async. */
export type ActionDialect = 'sync' | 'async';

/** What an action is, or why nothing that can be written. */
export type ActionKind = { custom: CustomAction } | 'payment' | { refused: Drop };

/** Reads the `type` of an action that somebody wants to write. */
export function readType(
  room: Room,
  type: unknown,
  dialect: ActionDialect,
  at: string,
): ActionKind {
  if (type === 'PAYMENT') return 'payment';
  const code = typeof type === 'string' ? bareCode(type, dialect) : undefined;
  const custom = code === undefined ? undefined : room.customActions.get(code);
  if (custom) return { custom };
  return {
    refused: {
      field: `${at}.type`,
      remark: syncRemark(room, type),
      advice: asyncAdvice(room, type),
    },
  };
}

function bareCode(type: string, dialect: ActionDialect): string | undefined {
  const pattern = dialect === 'async' ? /^ACTION_([0-9]+)$/ : /^([0-9]+)$/;
  return pattern.exec(type)?.[1];
}

function asyncAdvice(room: Room, type: unknown): string {
  const code = typeof type === 'number' || typeof type === 'string' ? String(type) : '';
  if (room.customActions.has(code)) {
    return `The Async API drops a bare code: send \`ACTION_${code}\``;
  }
  const codes = [...room.customActions.keys()].map((known) => `ACTION_${known}`);
  if (typeof type !== 'string' || type === '') {
    const what = type === undefined ? 'The action has no type' : `A type cannot be ${kindOf(type)}`;
    return `${what}: send ${choices(codes)}`;
  }
  if (/^(ACTION_)?[0-9]+$/i.test(type)) {
    const meant = nearest(type, codes);
    const fix = meant ? `did you mean \`${meant}\`?` : `send ${choices(codes)}`;
    return `The workspace has no custom action ${quote(type)}: ${fix}`;
  }
  return `The API does not take ${quote(type)}, only custom actions and payments: ${instead(room)}`;
}

function choices(codes: readonly string[]): string {
  return codes.length === 0 ? '`PAYMENT`' : `one of ${listed(codes)} or \`PAYMENT\``;
}

/** The way that works for a note or a call: a custom action, with the text in a field of its own. */
function instead({ customActions }: Room): string {
  for (const { code, fields } of customActions.values()) {
    const text = [...fields.values()].find(({ type }) => type === 'text');
    if (text) {
      const fieldsOf = JSON.stringify({ [text.apiName]: '…' });
      return `record it as a custom action, such as {"type":"ACTION_${code}","fields":${fieldsOf}}`;
    }
  }
  return 'define a custom action for it in the dashboard and send its code';
}

/** The API's words for such a type where it refuses a whole request for it, and the slip that is easily put right. */
function syncRemark({ customActions }: Room, type: unknown): string {
  const code = typeof type === 'string' ? bareCode(type, 'async') : undefined;
  const fix = code !== undefined && customActions.has(code) ? `; send ${code} without ACTION_` : '';
  return `${notWritable}${fix}`;
}
