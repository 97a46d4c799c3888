import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { callerOf, send } from '@telecrm/caller';
import { role, runAsSuperuser } from '@telecrm/sql/testing';
import { postgresUrl } from '@telecrm/sql/testing/vitest';
import { afterEach, describe, expect, it } from 'vitest';
import { parseCommand } from '../cli/parse-command.ts';
import { killAll, startCommandIn } from '../testing/command.ts';
import {
  compose,
  imageFlags,
  imageHealthCheck,
  manifests,
  type Probe,
  podMonitor,
} from './manifests.ts';

const { Secret, Deployment, Service, PodDisruptionBudget } = manifests;
const { replicas, selector, strategy, template } = Deployment.spec;
const [container] = template.spec.containers;
const { sandbox, postgres } = compose.services;
const healthPort = '4011';
const { startupProbe, livenessProbe, readinessProbe } = container;
const help = parseCommand(['--help']);
const helpText = 'text' in help ? help.text : '';

afterEach(killAll);

/** The options of a command line; an unknown flag throws. */
function optionsOf(flags: readonly string[]) {
  const command = parseCommand([...imageFlags, ...flags], { TELECRM_ADMIN_TOKEN: token });
  if (!('options' in command)) throw new Error(JSON.stringify(command));
  return command.options;
}

/** The value of a flag. */
function numberAfter(flags: readonly string[], flag: string): number {
  return Number(flags[flags.indexOf(flag) + 1]);
}

const token = 'the-admin-token';
const authorization = { authorization: `Bearer ${token}` };

/** Starts the program of the container on free ports. */
async function startContainer(flags: readonly string[], databaseUrl?: string) {
  const env = {
    TELECRM_ADMIN_TOKEN: token,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  };
  const onFreePort = flags.map((flag) => (flag === healthPort ? '0' : flag));
  const started = await startCommandIn(env, ...imageFlags, '--port', '0', ...onFreePort);
  const [, healthUrl = ''] = /"healthUrl":"([^"]+)"/.exec(started.output()) ?? [];
  return { ...started, healthUrl };
}

describe('the environment of the sandbox', () => {
  const names = [
    ...Object.keys(sandbox.environment),
    ...container.env.map(({ name }) => name),
  ].filter((name) => name !== 'NODE_OPTIONS');

  it.each(names)('%s is a variable that the sandbox reads', (name) => {
    expect(helpText).toContain(name);
  });

  it('leaves memory outside the heap for the rest of the process', () => {
    const [heap] = container.env.flatMap(({ value }) => /size=(\d+)/.exec(value ?? '')?.[1] ?? []);
    expect(container.resources.limits.memory).toBe('1Gi');
    expect(Number(heap)).toBe(768);
    expect(sandbox.environment.NODE_OPTIONS).toBe(`--max-old-space-size=${heap}`);
  });
});

describe('the Compose file', () => {
  it('starts the sandbox with valid flags, reachable from the network of the containers', () => {
    expect(optionsOf(sandbox.command ?? [])).toMatchObject({ host: '0.0.0.0', port: 4010 });
    expect(sandbox.ports).toEqual(['127.0.0.1:4010:4010']);
  });

  it('waits for a database with a health check, under the host name in the URL', () => {
    expect(sandbox.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(postgres.healthcheck?.test).toContain('pg_isready');
    const { POSTGRES_DB: database } = postgres.environment;
    const url = sandbox.environment.DATABASE_URL ?? '';
    expect(url.endsWith(`@postgres:5432/${database}`)).toBe(true);
  });

  it('connects as a role whose workspaces Postgres separates', async () => {
    const [{ source, target } = { source: '', target: '' }] = postgres.configs ?? [];
    expect(target).toMatch(/^\/docker-entrypoint-initdb\.d\/.+\.sql$/);
    const databaseUrl = await postgresUrl();
    const database = new URL(databaseUrl).pathname.slice(1);
    const user = `composed_${database}`;
    const fillIn = (text = '') =>
      text
        .replaceAll(/\$\{POSTGRES_PASSWORD[^}]*\}/g, 'secret')
        .replace('DATABASE sandbox', `DATABASE ${database}`)
        .replaceAll(/(ROLE|TO) sandbox/g, `$1 ${user}`);
    await runAsSuperuser(databaseUrl, fillIn(compose.configs[source]?.content));
    const { username, password } = new URL(fillIn(sandbox.environment.DATABASE_URL));
    expect([username, password]).toEqual(['sandbox', 'secret']);
    const ownUrl = databaseUrl.replace(`${role}@`, `${user}:${password}@`);
    const { output, url } = await startContainer(sandbox.command ?? [], ownUrl);
    expect((await send(`${url}/_sandbox/ready`)).status).toBe(200);
    expect(output()).not.toContain('superuser');
  });

  it('allows enough time for the shutdown', () => {
    expect(Number.parseInt(sandbox.stop_grace_period, 10)).toBeGreaterThan(5);
  });
});

describe('the health check', () => {
  it.each([
    ['of the image', imageHealthCheck, 'url', '4010'],
    ['of the Compose file', sandbox.healthcheck?.test.slice(1) ?? [], 'healthUrl', healthPort],
  ] as const)(
    '%s passes when the sandbox is ready, and fails when it has stopped',
    async (...row) => {
      const [, [program, ...check], at, port] = row;
      const { child, ...urls } = await startContainer(sandbox.command ?? []);
      const address = `127.0.0.1:${new URL(urls[at]).port}`;
      expect(check.join()).toContain(`127.0.0.1:${port}/`);
      const args = check.map((part) => part.replace(`127.0.0.1:${port}`, address));
      expect(program).toBe('node');
      const run = () => promisify(execFile)(process.execPath, args);
      await expect(run()).resolves.toBeDefined();
      child.kill('SIGTERM');
      await once(child, 'exit');
      await expect(run()).rejects.toMatchObject({ code: 1 });
    },
  );
});

describe('the Kubernetes file', () => {
  it('refers only to existing objects', () => {
    const labels = template.metadata.labels;
    for (const one of [selector.matchLabels, Service.spec.selector]) {
      expect(labels).toMatchObject(one);
    }
    expect(labels).toMatchObject(PodDisruptionBudget.spec.selector.matchLabels);
    for (const { valueFrom } of container.env) {
      if (!valueFrom) continue;
      expect(valueFrom.secretKeyRef.name).toBe(Secret.metadata.name);
      expect(Secret.stringData).toHaveProperty([valueFrom.secretKeyRef.key]);
    }
    const ports = container.ports.map(({ name }) => name);
    for (const { httpGet } of [startupProbe, livenessProbe, readinessProbe]) {
      expect(ports).toContain(httpGet.port);
    }
    expect(ports).toContain(Service.spec.ports[0].targetPort);
    const options = optionsOf(container.args);
    expect(container.ports).toEqual([
      { name: 'http', containerPort: options.port },
      { name: 'health', containerPort: options.healthPort },
    ]);
  });

  it('has a monitor that finds the pods and sends the token of the Secret, without which there are no metrics', async () => {
    const [{ port, path, authorization: sent }] = podMonitor.spec.podMetricsEndpoints;
    expect(template.metadata.labels).toMatchObject(podMonitor.spec.selector.matchLabels);
    expect(container.ports.map(({ name }) => name)).toContain(port);
    const variable = container.env.find(({ name }) => name === 'TELECRM_ADMIN_TOKEN');
    expect(sent.credentials).toEqual(variable?.valueFrom?.secretKeyRef);
    const started = await startContainer(container.args);
    const urls: Record<string, string> = { http: started.url, health: started.healthUrl };
    const collect = (headers?: object) =>
      send(`${urls[port]}${path}`, 'GET', undefined, { ...headers });
    expect((await collect()).status).toBe(401);
    expect((await collect(authorization)).status).toBe(200);
  });

  it('stops no pod before another one is ready', () => {
    expect(strategy.rollingUpdate).toEqual({ maxSurge: 1, maxUnavailable: 0 });
    expect(replicas).toBeGreaterThan(PodDisruptionBudget.spec.minAvailable);
  });

  it('stops a pod only after its readiness has been updated, and allows enough time for the shutdown', () => {
    const delay = numberAfter(container.args, '--shutdown-delay-ms') / 1000;
    const { periodSeconds, failureThreshold } = container.readinessProbe;
    expect(delay).toBeGreaterThanOrEqual(2 * periodSeconds * failureThreshold);
    expect(template.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(delay + 5 + 5);
  });

  it('runs without privileges and with a read-only file system', () => {
    expect(template.spec.securityContext).toMatchObject({ runAsNonRoot: true });
    expect(container.securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('probes existing paths, which respond until the end of the delay', async () => {
    // However slow the machine is, the delay is not over before the probes; an earlier test checks its length.
    const flags = container.args.map((flag) => (flag === '10000' ? '600000' : flag));
    const { child, url, healthUrl } = await startContainer(flags);
    const urls: Record<string, string> = { http: url, health: healthUrl };
    const probe = async ({ httpGet: { port, path } }: Probe) =>
      (await send(`${urls[port]}${path}`)).status;
    for (const one of [startupProbe, livenessProbe, readinessProbe])
      expect(await probe(one)).toBe(200);
    child.kill('SIGTERM');
    await expect.poll(() => probe(readinessProbe)).toBe(503);
    expect(await probe(livenessProbe)).toBe(200);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});

/** Probes as Kubernetes does, which reacts only to several failures in succession. */
async function passes(
  { httpGet, timeoutSeconds = 1, failureThreshold }: Probe,
  url: string,
): Promise<boolean> {
  for (let attempt = 0; attempt < failureThreshold; attempt++) {
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    const response = await fetch(url + httpGet.path, { signal }).catch(() => undefined);
    if (response?.status === 200) return true;
  }
  return false;
}

it('passes all probes while it is overloaded', async () => {
  const { url, healthUrl } = await startContainer(container.args);
  const flood = fork(new URL('../testing/flood.ts', import.meta.url), [url]);
  try {
    await once(flood, 'message');
    for (const probe of [livenessProbe, readinessProbe, livenessProbe]) {
      expect(await passes(probe, healthUrl)).toBe(true);
    }
  } finally {
    flood.kill('SIGKILL');
    await once(flood, 'exit');
  }
});

it('fails no request and loses no lead in a rolling update', async () => {
  const database = await postgresUrl();
  const delay = ['--shutdown-delay-ms', '3000'];
  const flags = [...delay, '--log-format', 'json', '--metrics', '--default-workspace'];
  const start = () => startContainer(flags, database);
  const pods = [await start(), await start()];
  const old = [...pods];
  /** The pods that are ready, with the time when they were probed. */
  const ready = new Map(pods.map((pod) => [pod, performance.now()]));
  const acknowledged: string[] = [];
  const failures: unknown[] = [];
  let sent = 0;
  let isOver = false;
  // Simulates a Service: it probes, and sends requests to pods that were ready a moment ago.
  const probing = (async () => {
    while (!isOver) {
      for (const pod of pods) {
        const probed = performance.now();
        const isReady = await send(`${pod.url}/_sandbox/ready`).then(
          ({ status }) => status === 200,
          () => false,
        );
        if (isReady) ready.set(pod, probed);
        else ready.delete(pod);
      }
      await setTimeout(100);
    }
  })();
  const clients = Array.from({ length: 4 }, async () => {
    while (!isOver) {
      // A Service whose probes are as late as this, on a busy machine, would need a longer delay.
      const fresh = [...ready].filter(([, probed]) => performance.now() - probed < 1500);
      const [pod] = fresh[sent % fresh.length] ?? [];
      if (pod === undefined) {
        await setTimeout(5);
        continue;
      }
      const { url } = pod;
      const number = sent++;
      const { queue } = callerOf({ url });
      const phone = `91${9_000_000_000 + number}`;
      const response = await queue({ fields: { phone } }).catch((error) => ({ status: error }));
      if (response.status === 200) acknowledged.push(phone);
      else failures.push(response.status);
      await setTimeout(5);
    }
  });
  for (const pod of old) {
    const next = await start();
    pods.push(next);
    await expect.poll(() => ready.has(next)).toBe(true);
    const ended = once(pod.child, 'exit');
    pod.child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  }
  isOver = true;
  await Promise.all([probing, ...clients]);
  expect(failures).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(20);

  const control = (method: string, path: string) =>
    send(`${pods.at(-1)?.url}/_sandbox/${path}`, method, undefined, authorization);
  await control('POST', 'workspaces/ent_sandbox/drain');
  const { body } = await control('GET', 'workspaces/ent_sandbox/leads?limit=1');
  expect(body.total_count).toBe(2 + acknowledged.length);
  const metrics = await control('GET', 'metrics');
  expect(metrics.body).toMatch(/database_duration_seconds_count\{call="ingestions\.\w+"\} \d/);
  expect(metrics.body).toMatch(/telecrm_sandbox_workspaces 1\n/);
});

it('is alive but not ready if it has lost its database', async () => {
  const { port, close, target } = await relay(await postgresUrl());
  const { url } = await startContainer([], target);
  expect((await send(`${url}/_sandbox/ready`)).status).toBe(200);
  await close();
  const probe = async (name: string) => (await send(`${url}/_sandbox/${name}`)).status;
  await expect.poll(() => probe('ready')).toBe(503);
  expect((await send(`${url}/_sandbox/ready`)).body).toEqual({ status: 'database-unreachable' });
  expect(await probe('live')).toBe(200);
  const back = await relay(await postgresUrl(), port);
  await expect.poll(() => probe('ready')).toBe(200);
  await back.close();
});

/** A proxy to a database that can be interrupted. The tests' database listens on a socket in a folder. */
async function relay(databaseUrl: string, at = 0) {
  const target = new URL(databaseUrl);
  const file = `${target.searchParams.get('host')}/.s.PGSQL.5432`;
  target.search = '';
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const onward = connect(file);
    for (const one of [socket, onward]) {
      sockets.add(one);
      one.on('error', () => {});
    }
    socket.pipe(onward).pipe(socket);
  }).listen(at, '127.0.0.1');
  await once(server, 'listening');
  // The address of a server that listens on a port has this type.
  const { port: taken } = server.address() as AddressInfo;
  target.host = `127.0.0.1:${taken}`;
  return {
    port: taken,
    target: target.href,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
