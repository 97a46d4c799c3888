/** The codes by which a workspace refuses a request; the spec says which status each has. */
export type RefusalCode =
  | 'ACTION_NOT_FOUND'
  | 'BAD_REQUEST'
  | 'BUY_LICENSE'
  | 'INVALID_LEAD'
  | 'LEAD_ALREADY_EXISTS'
  | 'LEAD_NOT_FOUND'
  | 'NOT_FOUND'
  | 'TEAM_MEMBER_ALREADY_EXISTS'
  | 'TEAM_MEMBER_NOT_FOUND';

/** One field of the request that was refused. */
export interface RefusalDetail {
  field: string;
  message: string;
}

/** A request that was refused as a whole: nothing of it was stored. */
export interface Refusal {
  ok: false;
  code: RefusalCode;
  message: string;
  details?: readonly RefusalDetail[];
}

/** What an operation gives: the body of its success, or why it was refused. */
export type Result<T> = { ok: true; value: T } | Refusal;

export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse(
  code: RefusalCode,
  message: string,
  details?: readonly RefusalDetail[],
): Refusal {
  return { ok: false, code, message, ...(details && { details }) };
}
