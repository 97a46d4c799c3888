import { callerOf } from '@telecrm/caller';
import { expect, it } from 'vitest';
import { sandboxForThisFile } from '../testing/mock.ts';
import { browserForThisFile } from '../testing/open-console.ts';

const mock = await sandboxForThisFile({ asyncDelayMs: 0 });
const { open } = await browserForThisFile();

/** Texts that would run as a script or become an element if they were inserted as markup. */
const hostile = (where: string) =>
  `${where}"'><img src=x onerror=alert(1)><script>window.hacked=1</script>\`<b>\`</pre>&lt;i&gt;{{7*7}}\${7*7}`;

it('never inserts names, labels and values from users as markup', async () => {
  const workspace = await mock.workspaces.create({
    customFields: [
      { apiName: 'phone', type: 'phone', isLeadid: true },
      { apiName: 'name', type: 'text' },
      { apiName: 'tags', type: 'tags' },
    ],
    customActions: [
      {
        code: 'ACTION_1',
        displayName: hostile('action'),
        fieldSchema: { [hostile('key')]: { type: 'TEXT' } },
      },
    ],
  });
  const { sync, queue, control } = callerOf(mock, workspace);
  const fields = {
    phone: '919999999999',
    name: hostile('name'),
    tags: [hostile('tag')],
    [hostile('field')]: hostile('value'),
  };
  const visit = { [hostile('key')]: hostile('note') };
  await queue({
    fields,
    actions: [{ type: hostile('type') }, { type: 'ACTION_1', fields: visit }],
    [hostile('top')]: 1,
  });
  await control('POST', '/drain');
  const created = await sync('POST', '/lead', {
    fields: { ...fields, phone: '919999999998' },
    actions: [{ type: hostile('sync type'), fields: { [hostile('a')]: 1 } }],
  });
  await sync('GET', `/lead/${encodeURIComponent(hostile('id'))}`);
  await sync('GET', `/${encodeURIComponent(hostile('path'))}`);
  await control('POST', `/leads/${created.body.lead_id}/actions`, {
    type: hostile('event'),
    performed_by: hostile('by'),
    [hostile('data')]: hostile('data'),
  });
  await control('PUT', '/faults', [{ times: 3, operationId: 'getLead', body: hostile('body') }]);

  const { page, showAll, wrong, close } = await open(mock);
  const shown: string[] = [];
  for (const section of ['overview', 'requests', 'ingestions', 'leads', 'faults', 'settings']) {
    await showAll(workspace.enterpriseId, section);
    shown.push((await page.locator('main').textContent()) ?? '');
    expect(await page.locator('main :is(img, script, b, i, iframe)').count()).toBe(0);
  }
  expect(await page.evaluate('window.hacked')).toBeUndefined();
  // The texts that were searched for are actually there.
  for (const where of [
    'name',
    'tag',
    'field',
    'value',
    'type',
    'key',
    'note',
    'sync type',
    'id',
    'event',
    'by',
    'data',
  ]) {
    expect(shown.join('\n')).toContain(`${where}"'><img src=x onerror=alert(1)>`);
  }
  expect(wrong).toEqual([]);
  await close();
});

it.each(['<img src=x onerror=alert(1)>', '%', '__proto__', '../..', '%00'])(
  'shows no workspace and no error for an address with %s',
  async (text) => {
    const { page, wrong, close } = await open(mock);
    await page.goto(`${mock.url}/_sandbox/#/${text}/leads/${text}`);
    await page.getByText('There is no such workspace').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    // The browser itself logs each response with a status of 400 or above.
    expect(wrong.filter((line) => !/status of 40[04]/.test(line))).toEqual([]);
    await close();
  },
);
