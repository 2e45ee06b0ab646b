// What a first visit to a section page costs; and that no page has a script or asks anybody else for anything.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDraft } from './support/journeys.mjs';
import { openSite } from './support/site.mjs';

const site = openSite();
const most = { requests: 10, withoutFonts: 60 * 1024, withFonts: 250 * 1024 };

test('a first visit to a section page is small', async (t) => {
  const page = await site.newPage(t, { viewport: { width: 360, height: 740 } });
  const finished = [];
  page.on('requestfinished', (request) => finished.push(request));

  await page.goto(`/sl/${openDraft}/sections/3`, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);

  const loads = await Promise.all(finished.map(measure));
  const bytes = (list) => list.reduce((sum, load) => sum + load.bytes, 0);
  const figures = {
    requests: loads.length,
    withoutFonts: bytes(loads.filter(({ type }) => type !== 'font')),
    withFonts: bytes(loads),
  };
  await keep('weight.json', JSON.stringify({ figures, most, loads }, null, 2));
  for (const [name, figure] of Object.entries(figures)) {
    assert.ok(figure <= most[name], `${name}: ${figure}, at most ${most[name]}`);
  }
  assert.deepEqual(loads.filter(({ type }) => type === 'script'), [], 'reading needs no script');
});

test('the text can be read before the fonts arrive', async (t) => {
  const page = await site.newPage(t);
  await page.route(/\.woff2/, () => {});

  // The document may be complete before its style sheet: the faces come with that, "load" would wait for the fonts.
  await page.goto(`/sl/${openDraft}/sections/3`, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => document.fonts.size > 0);

  const faces = await page.evaluate(() => [...document.fonts].map(({ display }) => display));
  for (const display of faces) assert.match(display, /^(swap|fallback|optional)$/);
});

test('a second visit takes the styles and fonts from the cache', async (t) => {
  const page = await site.newPage(t);
  await page.goto(`/sl/${openDraft}/sections/3`, { waitUntil: 'networkidle' });
  const asked = [];
  page.on('response', (response) => {
    if (response.status() === 200 && !response.fromServiceWorker()) asked.push(response);
  });

  await page.goto(`/sl/${openDraft}/sections/4`, { waitUntil: 'networkidle' });

  const loads = await Promise.all(asked.map((response) => measure(response.request())));
  assert.deepEqual(loads.filter(({ bytes, type }) => type !== 'document' && bytes > 0), []);
});

/** What came over the line for a request: its kind and its bytes, headers included. */
async function measure(request) {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return { type: request.resourceType(), url: request.url(), bytes: responseBodySize + responseHeadersSize };
}

async function keep(name, text) {
  const folder = process.env.POSVET_ARTEFACTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text);
}
