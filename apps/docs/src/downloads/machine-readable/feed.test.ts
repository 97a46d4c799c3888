import { expect, it } from 'vitest';
import { changelogFeed } from './feed.ts';

it('has an entry for each release, but not for unreleased changes', () => {
  const feed = changelogFeed('https://docs.example/', [
    { title: '@a/b', version: 'next', notes: '- Soon.' },
    { title: '@a/b', version: '1.0.0', notes: '- The `first` one & <b>only</b>.' },
  ]);
  expect(feed).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<rss version="2\.0"/);
  expect(feed.match(/<title>[^<]*<\/title>/g)?.slice(1)).toEqual(['<title>@a/b 1.0.0</title>']);
  expect(feed).toContain('<link>https://docs.example/changelog/#v1.0.0</link>');
  expect(feed).toContain('&lt;code&gt;first&lt;/code&gt;');
  expect(feed).not.toMatch(/<(?:code|b|li)>/);
});
