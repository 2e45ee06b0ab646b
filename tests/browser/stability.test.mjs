// Nothing moves while a page is being read: the fonts come late and the lines stay where they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closedDraft, openDraft } from './support/journeys.mjs';
import { openSite } from './support/site.mjs';

const site = openSite();
const most = 0.1;
const widths = [360, 768];
const paths = {
  home: '/sl/kranj',
  consultation: `/sl/${openDraft}`,
  section: `/sl/${openDraft}/sections/3`,
  register: `/sl/${closedDraft}/register`,
  'comment form': `/sl/${openDraft}/comment?section=3&paragraph=5`,
};

for (const [name, path] of Object.entries(paths)) {
  for (const width of widths) {
    test(`${name} at ${width} px does not move when its fonts arrive`, async (t) => {
      const page = await site.newPage(t, { viewport: { width, height: 800 } });
      let arrive;
      const arrived = new Promise((resolve) => (arrive = resolve));
      await page.route(/\.woff2/, async (route) => {
        await arrived;
        await route.continue();
      });
      await page.addInitScript(watchShifts);
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      // The text is painted in the device's own letters once the browser stops waiting for ours.
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0 && performance.now() > 1000);

      arrive();
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

      const loaded = await page.evaluate(() => [...document.fonts].filter(({ status, family }) => status === 'loaded' && !family.includes(' in ')).length);
      assert.ok(loaded > 0, 'the fonts came');
      const shifts = await page.evaluate(() => globalThis.shifts);
      const sum = shifts.reduce((total, shift) => total + shift, 0);
      t.diagnostic(`layout shift ${sum.toFixed(4)}`);
      assert.ok(sum <= most, `layout shift ${sum}, at most ${most}`);
    });
  }
}

/** Runs in the page before anything else. */
function watchShifts() {
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.shifts.push(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
}
