import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../gates/packages.ts';
import { lastStage } from './dockerfile.ts';

const dockerfile = readFileSync(join(root, 'apps/mock/Dockerfile'), 'utf8');
const { catalog }: { catalog: { node: string } } = parse(
  readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'),
);

const health =
  "fetch('http://127.0.0.1:4010/_sandbox/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))";

/** A change here changes what operators run, so it must be made in both places. */
const expected = [
  ['FROM', `node:${catalog.node}-slim`],
  ['ENV', 'NODE_ENV=production'],
  ['COPY', '--from=build /mock /mock'],
  ['USER', 'node'],
  ['EXPOSE', '4010'],
  ['STOPSIGNAL', 'SIGTERM'],
  ['HEALTHCHECK', `--interval=10s --timeout=3s --start-period=5s CMD ["node", "-e", "${health}"]`],
  ['ENTRYPOINT', '["node", "/mock/bin.cjs", "--host", "0.0.0.0"]'],
];

it('runs the mock as an ordinary user on the pinned Node', () => {
  expect(lastStage(dockerfile)).toEqual(expected);
});

it.each([
  ['root', 'USER node', 'USER root'],
  ['no user', 'USER node\n', ''],
  ['another base image', /^FROM node:[\d.]+-slim$/m, 'FROM node:latest'],
  ['another entry point', 'ENTRYPOINT ["node"', 'ENTRYPOINT ["sh"'],
  ['no health check', /^HEALTHCHECK .*?\n(?=ENTRYPOINT)/ms, ''],
])('detects %s', (_, from, to) => {
  const planted = dockerfile.replace(from, to);
  expect(planted).not.toBe(dockerfile);
  expect(lastStage(planted)).not.toEqual(expected);
});
