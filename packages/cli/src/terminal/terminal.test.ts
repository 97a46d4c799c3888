import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createOutput } from './output.ts';
import { printable } from './printable.ts';
import { styleFor } from './style.ts';
import { isInteractive, type Terminal } from './terminal.ts';

function terminal(isTTY: boolean, env: Terminal['env'] = {}) {
  const stream = () => Object.assign(new PassThrough(), { isTTY });
  const streams = { stdin: stream(), stdout: stream(), stderr: stream() };
  return { ...streams, env, cwd: '/', signal: new AbortController().signal };
}

it('uses color in a terminal, and none with NO_COLOR or in a file', () => {
  const styled = (isTTY: boolean, env = {}) => {
    const { bold, dim, red, green, yellow } = styleFor(terminal(isTTY).stdout, env);
    return [bold, dim, red, green, yellow].map((style) => style('x')).join('');
  };
  expect(styled(true)).toContain('\u001b[');
  expect(styled(true, { NO_COLOR: '1' })).toBe('xxxxx');
  expect(styled(true, { TERM: 'dumb' })).toBe('xxxxx');
  expect(styled(false)).toBe('xxxxx');
});

it('asks questions only in a terminal', () => {
  expect(isInteractive(terminal(true))).toBe(true);
  expect(isInteractive(terminal(true, { CI: 'true' }))).toBe(false);
  expect(isInteractive(terminal(false))).toBe(false);
});

it('text from files and servers cannot control the terminal', () => {
  expect(printable('a\u001b[2Jb\u202ec\nd\te')).toBe('a\\u{001b}[2Jb\\u{202e}c\nd\te');
});

it('prints results to stdout, and everything else to stderr', () => {
  const to = terminal(false);
  const output = createOutput(to, {});
  output.result({ a: 1 }, () => 'one');
  output.result({ a: 1 }, () => '');
  output.note('by the way\u001b');
  output.warn('careful');
  expect(String(to.stdout.read())).toBe('one\n');
  expect(String(to.stderr.read())).toBe('by the way\\u{001b}\nwarning: careful\n');
});
