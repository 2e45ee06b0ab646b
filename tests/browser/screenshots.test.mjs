// Pictures of the key pages for people to look at: light and dark, phone and desktop.
import assert from 'node:assert/strict';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { closedDraft, openDraft } from './support/journeys.mjs';
import { openSite, people, signIn } from './support/site.mjs';

const folder = process.env.POSVET_ARTEFACTS;
const widths = [360, 1280];
const schemes = ['light', 'dark'];
const desk = `/sl/desk/${openDraft}`;
const shots = [
  { name: 'home', path: '/sl/kranj' },
  { name: 'consultation', path: `/sl/${openDraft}` },
  { name: 'section', path: `/sl/${openDraft}/sections/3` },
  { name: 'comment-form', path: `/sl/${openDraft}/comment?section=3&paragraph=5` },
  { name: 'register', path: `/sl/${closedDraft}/register` },
  { name: 'inbox', path: `${desk}?view=all`, as: 'reviewerB' },
  { name: 'response', path: `${desk}?view=all&state=in_approval`, as: 'reviewerB', follow: 'table.rows th a' },
  { name: 'new-notice', path: `${desk}/notices/new`, as: 'coordinator' },
];
const sessions = {};
const site = openSite(async (site) => {
  for (const role of ['reviewerB', 'coordinator']) {
    const context = await site.newContext();
    await signIn(await context.newPage(), people[role]);
    sessions[role] = await context.storageState();
    await context.close();
  }
});

for (const { name, path, as, follow } of shots) {
  test(`picture: ${name}`, { skip: !folder && 'POSVET_ARTEFACTS is not set' }, async (t) => {
    const page = await site.newPage(t, { storageState: sessions[as] });
    await page.goto(path);
    if (follow) {
      await page.locator(follow).first().click();
      await page.waitForURL('**/comments/*');
    }
    await mkdir(folder, { recursive: true });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        const file = join(folder, `${name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path: file, fullPage: true });
        assert.ok((await stat(file)).size > 10_000, `${file} shows something`);
      }
    }
  });
}
