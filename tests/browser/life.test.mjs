// From nothing to a closed window: a coordinator begins a consultation, is held up by the gate, announces; the clock opens it; a
// resident comments; the window is extended and closes. On a phone, without scripts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pointer } from './support/hands.mjs';
import { beginConsultation, dayIn, send, sendAs } from './support/journeys.mjs';
import { openSite, people } from './support/site.mjs';

const site = openSite();
const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
const draft = 'kranj/strategija-za-mlade';
const overview = `/sl/desk/${draft}/overview`;
const text = '# Uvod\n\nMladi potrebujejo stanovanja.\n\n# Cilji\n\n## Ključni cilj: Sto stanovanj\n\nObčina zgradi sto stanovanj.\n';

/** Writes the fields of a part and saves it; ends on the workspace. */
async function write(hand, part, fields) {
  const { page } = hand;
  await page.goto(`/sl/desk/${draft}/parts/${part}`);
  for (const [name, value] of Object.entries(fields)) await hand.write(page.locator(`#${name}`), value);
  await sendAs(hand, 'save');
  await page.waitForURL(/\/overview\?done=saved-part$/);
}

test('a consultation lives from three fields to the end of its window', async (t) => {
  let hand = new Pointer(await site.signedIn(t, people.coordinator, phone));
  let { page } = hand;
  await hand.press(page.locator('a[href$="/desk/kranj/new"]'));
  await beginConsultation(hand, { title: 'Strategija za mlade', firstDay: dayIn(10), lastDay: dayIn(45) });

  // The gate is shut, and says why.
  assert.equal(await page.locator('.todo .miss').count(), 5);
  assert.equal(await page.locator('form[action$="/announce"]').count(), 0);
  const visitor = await site.newPage(t, phone);
  assert.equal((await visitor.goto(`/sl/${draft}`)).status(), 404);
  await write(hand, 'text', { text });
  await write(hand, 'basics', { purpose: 'Stanovanj je premalo.', title_en: 'Strategy for young people' });
  await write(hand, 'channels', { channels_note: 'Tudi po pošti.', privacy_note: 'Izbrišemo v dveh letih.', contact_0_name: 'Koordinatorka' });
  assert.equal(await page.locator('.todo .miss').count(), 0);

  // Announced: public, but the draft is not.
  assert.equal((await send(hand, page.locator('form[action$="/announce"] button'))).status(), 303);
  assert.equal((await visitor.goto(`/sl/${draft}`)).status(), 200);
  assert.match(await visitor.locator('main').innerText(), /Stanovanj je premalo/);
  assert.equal(await visitor.locator('ol.toc').count(), 0);
  await visitor.goto(`/en/${draft}`);
  assert.equal(await visitor.locator('h1').innerText(), 'Strategy for young people');

  // The clock opens it.
  await site.demo.restartInDays(11);
  const resident = await site.newPage(t, { ...phone, baseURL: site.base });
  await resident.goto(`/sl/${draft}/sections/2`);
  assert.match(await resident.locator('main').innerText(), /Sto stanovanj/);
  assert.equal((await resident.goto(`/sl/${draft}/comment?section=2`)).status(), 200);

  // Extended with a reason, which is public.
  hand = new Pointer(await site.signedIn(t, people.coordinator, { ...phone, baseURL: site.base }));
  ({ page } = hand);
  await page.goto(overview);
  await page.locator('#last_day').fill(dayIn(60));
  await hand.write(page.locator('#reason'), 'Praznik med rokom.');
  assert.equal((await send(hand, page.locator('form[action$="/extend"] button'))).status(), 303);
  await resident.waitForTimeout(1_000);
  await resident.goto(`/sl/${draft}`);
  assert.match(await resident.locator('section[aria-labelledby=window]').innerText(), /Praznik med rokom/);

  // And closes it.
  await site.demo.restartInDays(62);
  const late = await site.newPage(t, { ...phone, baseURL: site.base });
  await late.goto(`/sl/${draft}/comment`);
  assert.equal(await late.locator('main form').count(), 0);
});
