import { expect, it } from 'vitest';
import { parseCommand } from './parse-command.ts';

const optionsOf = (args: string[], env = {}) => {
  const command = parseCommand(args, env);
  return 'options' in command ? command.options : command;
};

it('parses the flags of a shared sandbox', () => {
  const flags = ['--admin-token', 'the-admin-token', '--open', '--expire-after', '30d'];
  const quotas = ['--quota', 'leads=5', '--quota', 'workspaces=2', '--open-quota', 'leads=1'];
  expect(optionsOf([...flags, ...quotas])).toMatchObject({
    ...{ adminToken: 'the-admin-token', open: true, expireAfterMs: 30 * 24 * 3600 * 1000 },
    ...{ quotas: { leads: 5, workspaces: 2 }, openQuotas: { leads: 1 } },
  });
  expect(optionsOf([], { TELECRM_ADMIN_TOKEN: 'the-admin-token' })).toMatchObject({
    adminToken: 'the-admin-token',
  });
  expect(optionsOf([])).not.toHaveProperty('adminToken');
  const limited = optionsOf([...flags, '--open-per-address', '5']);
  expect(limited).toMatchObject({ openPerAddress: 5 });
  expect(optionsOf(['--default-workspace'])).toMatchObject({ defaultWorkspace: true });
});

it.each([
  [['--admin-token', 'short'], '--admin-token must have at least 8 characters'],
  [
    ['--admin-token', 'schlüssel-für-alle'],
    '--admin-token must have at least 8 characters, all of ASCII',
  ],
  [['--control-token', 'schlüssel-für-alle'], '--control-token must have at least 8 characters'],
  [
    ['--workspace', 'telecrm.workspace.json', '--admin-token', 'the-admin-token'],
    '--workspace defines the default workspace, so with --admin-token it needs --default-workspace',
  ],
  [['--open'], '--open needs --admin-token'],
  [
    ['--admin-token', 'the-admin-token', '--open-per-address', '5'],
    '--open-per-address needs --open',
  ],
  [
    ['--admin-token', 'the-admin-token', '--open', '--open-per-address', '-1'],
    '--open-per-address',
  ],
  [['--expire-after', '30'], '--expire-after needs a duration'],
  [['--expire-after', '0d'], '--expire-after needs a duration'],
  [['--quota', 'beers=3'], '--quota must have the form NAME=N with one of workspaces, leads'],
  [['--open-quota', 'leads=many'], '--open-quota must have the form NAME=N'],
])('rejects %j', (args, message) => {
  expect(optionsOf(args)).toMatchObject({ misuse: expect.stringContaining(message) });
});

it('rejects a short token in the environment, and names the variable', () => {
  expect(optionsOf([], { TELECRM_ADMIN_TOKEN: 'x' })).toMatchObject({
    misuse: expect.stringContaining('TELECRM_ADMIN_TOKEN must have'),
  });
});
