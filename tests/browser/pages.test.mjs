// Every kind of page, in both languages: status, valid HTML, axe in light and dark at three widths, nothing cut off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { HtmlValidate } from 'html-validate';
import { pages, prepareSite } from './support/pages.mjs';
import { openSite } from './support/site.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const widths = [320, 360, 1280];
// Dark differs from light in its colours alone, so only the rules about colours look at it again.
const colourRules = ['color-contrast', 'link-in-text-block'];
const schemes = { light: axeTags, dark: colourRules };
// Everything html-validate recommends, but for three rules that are about taste or search engines.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Templates leave blank lines behind.
    'no-trailing-whitespace': 'off',
    // A title says page, consultation and authority, whatever search engines cut off.
    'long-title': 'off',
    // Several checkboxes with one name are one answer with several values.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
  },
});
let sessions;
let world;

const site = openSite(async (site) => {
  ({ sessions, world } = await prepareSite(site));
});

for (const lang of ['sl', 'en']) {
  for (const kind of pages) {
    if (kind.isInOneLanguage && lang !== 'sl') continue;
    test(`${lang}: ${kind.name}`, async (t) => {
      const page = await site.newPage(t, { bypassCSP: true, storageState: sessions[kind.as] });
      let answer;
      page.on('response', (response) => {
        if (response.request().isNavigationRequest()) answer = response;
      });

      await kind.open(page, lang, world);

      assert.equal(answer.status(), kind.status ?? 200, page.url());
      assert.equal(await page.locator('html').getAttribute('lang'), lang);
      assert.deepEqual([...(await invalidHtml(answer)), ...(await untranslated(page)), ...(await barriers(page))], []);
    });
  }
}

/** What html-validate finds in the answer. */
async function invalidHtml(answer) {
  const report = await validator.validateString(await answer.text());
  return report.results.flatMap(({ messages, source }) =>
    messages.map(({ ruleId, message, line }) => `html ${ruleId}: ${message} | ${source.split('\n')[line - 1].trim().slice(0, 160)}`),
  );
}

/** Texts that are missing from a catalogue or a template. */
async function untranslated(page) {
  const text = await page.locator('body').innerText();
  return text.match(/Unknown localization.*|\{\{.*|\bundefined\b|\bNaN\b/g) ?? [];
}

/** What axe finds in each variant, and at which width the page has to be scrolled sideways. */
async function barriers(page) {
  const found = new Set();
  await page.locator('details').evaluateAll((boxes) => boxes.forEach((box) => (box.open = true)));
  await page.evaluate(axe);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (excess > 0) found.add(`${width} px: ${excess} px too wide: ${await page.evaluate(widest)}`);
    for (const [colorScheme, runOnly] of Object.entries(schemes)) {
      await page.emulateMedia({ colorScheme });
      for (const finding of await page.evaluate(runAxe, runOnly)) found.add(`axe ${width} px ${colorScheme}: ${finding}`);
    }
  }
  return [...found];
}

/** Runs in the page: the violations axe finds, one line each. */
async function runAxe(runOnly) {
  const { violations } = await globalThis.axe.run({ runOnly, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
  );
}

/** Runs in the page: the elements that stick out to the right. */
function widest() {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !element.closest('.scroll, .sr, .sprite'))
    .slice(0, 3)
    .map((element) => element.outerHTML.slice(0, 120))
    .join(' … ');
}
