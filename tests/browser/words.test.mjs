// Words without end, as people write and paste them, never make a page wider than the screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pages, prepareSite } from './support/pages.mjs';
import { openSite } from './support/site.mjs';

const widths = [320, 360];
const words = ['Najgospodarnejšeobčinskorazvojnoprogramiranje'.repeat(8), `https://example.org/${'a1-_'.repeat(60)}`];
/** Where texts of people and authorities stand; numbers and our own words do not. */
const theirs = [
  'bdi', '[dir=auto]', '.brand', '.crumbs li > *', 'h1', '.lead', '.over', '.text', '.cite', '.quote p', '.draft :is(p, li, h2, h3)',
  '.redline :is(ins, del)', '.facts dd', '.bars th > *', '.grid tbody th', '.tree a', '.toc a', '.entry a', '.pager a', '.foot p', '.state p',
  '.panel p', '.prose :is(p, li)', '.pick label', '.rows .what', '.rows .cut', '.rows td.free', '.letter p', '.trail span', 'option', 'legend', 'summary',
];
let sessions;
let world;

const site = openSite(async (site) => {
  ({ sessions, world } = await prepareSite(site));
});

for (const kind of pages) {
  test(`endless words: ${kind.name}`, async (t) => {
    const page = await site.newPage(t, { storageState: sessions[kind.as] });
    await kind.open(page, 'sl', world);
    await page.locator('details').evaluateAll((boxes) => boxes.forEach((box) => (box.open = true)));
    const found = [];
    for (const word of words) {
      await page.evaluate(fill, { theirs, word });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (excess > 0) found.push(`${width} px: ${excess} px too wide: ${await page.evaluate(widest)}`);
      }
    }
    assert.deepEqual(found, []);
  });
}

/** Runs in the page: puts the word into the first text of every element that shows somebody's text, and into the fields. */
function fill({ theirs, word }) {
  for (const element of document.querySelectorAll(theirs.join(', '))) {
    if (element.closest('svg, .sr, .num, .n, .left')) continue;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node && (!node.data.trim() || node.parentElement.closest('.chip'))) node = walker.nextNode();
    if (node) node.data = word;
  }
  for (const field of document.querySelectorAll('input:is([type=text], [type=search], [type=email]), textarea')) field.value = word;
}

/** Runs in the page: the elements that stick out to the right. */
function widest() {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !element.closest('.scroll, .sr, .sprite'))
    .slice(0, 3)
    .map((element) => element.outerHTML.slice(0, 120))
    .join(' … ');
}
