import { type Operation, parameterName } from '../operations/operation.ts';
import { alignmentCost, editDistance } from './alignment.ts';

/** The message for an unknown path, with the known path that was probably meant. */
export function noSuchPath(
  operations: readonly Operation[],
  method: string,
  pathname: string,
): string {
  const near = nearest(operations, method, pathname);
  const empty = /\/\/|.\/$/.test(pathname) ? ' A part of it is empty.' : '';
  if (near) return `There is no such path.${empty} Did you mean ${near.method} ${near.path}?`;
  const bases = new Map(operations.map(({ api, base }) => [api, base]));
  const starts = [...bases].map(([api, base]) => `${base}/… (${api} API)`);
  return `There is no such path.${empty} Paths start with ${starts.join(' or ')}.`;
}

/**
 * The operation that was probably meant by a path that matches another operation only by its last parameter: telecrm
 * responds with a 404 to `team-members/state_change`, although `state_change` could be an email of
 * `team-members/{email}`.
 */
export function operationMeant(
  operations: readonly Operation[],
  method: string,
  pathname: string,
): Operation | undefined {
  const segments = pathname.split('/');
  return operations.find((operation) => {
    const template = operation.path.split('/');
    return (
      operation.method === method &&
      template.length === segments.length &&
      template.at(-1) === segments.at(-1)
    );
  });
}

function nearest(operations: readonly Operation[], method: string, pathname: string) {
  const base = longestBase(operations, pathname);
  const sent = pathname.slice(base.length).split('/').slice(1);
  // Such a long path is not a typing error, and comparing it would take long.
  if (sent.length > 16) return undefined;
  const ranked = operations.map((operation) => {
    const known = operation.path.slice(operation.base.length).split('/').slice(1);
    const cost =
      alignmentCost(sent, known, stepCost) +
      (operation.base === base ? 0 : 0.5) +
      (operation.method === method ? 0 : 0.25);
    return { operation, cost };
  });
  const [best] = ranked.sort((a, b) => a.cost - b.cost);
  return best && best.cost < 2 ? best.operation : undefined;
}

function longestBase(operations: readonly Operation[], pathname: string): string {
  const bases = operations
    .map(({ base }) => base)
    .filter((base) => pathname.startsWith(`${base}/`));
  return bases.sort((a, b) => b.length - a.length)[0] ?? '';
}

function stepCost(sent: string, known: string): number {
  if (parameterName(known) !== undefined) return sent === '' ? 0.5 : 0.05;
  if (sent === known) return 0;
  const [a, b] = [sent.slice(0, 40).toLowerCase(), known.toLowerCase()];
  const share = editDistance(a, b) / Math.max(a.length, b.length);
  return share <= 0.5 ? 0.1 + share : 1.2;
}
