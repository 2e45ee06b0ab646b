// The whole life, from an empty database to the adopted text, with nothing but a browser and the mails: the set-up address makes
// an authority, people are invited and sign in with a code, a consultation passes its gate, is commented, answered, released and
// adopted. In Slovene on a phone without scripts, and in English by keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keyboard, Pointer } from './support/hands.mjs';
import { beginConsultation, dayIn, fillResponse, openListed, send, sendAs } from './support/journeys.mjs';
import { linkIn } from './support/mail.mjs';
import { openSite } from './support/site.mjs';
import { codeOf } from './support/totp.mjs';

const phone = { viewport: { width: 360, height: 740 } };
const ways = [
  { way: 'in Slovene, without scripts', lang: 'sl', Hand: Pointer, options: { ...phone, javaScriptEnabled: false } },
  { way: 'in English, by keyboard', lang: 'en', Hand: Keyboard, options: phone },
];
const secret = 'osem konjev in voz';
const text = '# Uvod\n\nMladi potrebujejo stanovanja.\n\n# Cilji\n\n## Ključni cilj: Sto stanovanj\n\nObčina zgradi sto stanovanj.\n';

for (const { way, lang, Hand, options } of ways) {
  const site = openSite(undefined, 'empty');
  const day = 24 * 60 * 60 * 1000;
  /** How many days the clock of the server is ahead. */
  let ahead = 0;
  const later = async (days) => {
    ahead = days;
    await site.demo.restartInDays(days);
  };
  const own = () => ({ ...options, baseURL: site.base });
  const desk = `/${lang}/desk/bled/strategija-za-mlade`;
  const draft = `/${lang}/bled/strategija-za-mlade`;

  test(`${way}: from an empty database to the adopted text`, async (t) => {
    const open = async () => new Hand(await site.newPage(t, own()));
    const administrator = await open();
    await setUp(administrator);
    await signIn(administrator, 'skrbnica@example.org');
    for (const [email, role] of [['vodja@example.org', 'coordinator'], ['clan.a@example.org', 'reviewer'], ['clan.b@example.org', 'reviewer']]) {
      await invite(administrator, email, role);
      await accept(await open(), email);
    }

    let coordinator = await open();
    await signIn(coordinator, 'vodja@example.org');
    const key = await setSecondFactor(coordinator);
    await prepare(coordinator, await open());

    await later(11);
    const resident = await open();
    await comment(resident);
    coordinator = await open();
    await signIn(coordinator, 'vodja@example.org', key);
    await extend(coordinator, resident);

    await later(62);
    const members = [await open(), await open()];
    await signIn(members[0], 'clan.a@example.org');
    await signIn(members[1], 'clan.b@example.org');
    await answer(members);
    coordinator = await open();
    await signIn(coordinator, 'vodja@example.org', key);
    await release(coordinator);
    await adopt(coordinator, await open());
  });

  /** Fills the fields of the form that is shown. */
  async function fill(hand, fields) {
    for (const [name, value] of Object.entries(fields)) await hand.write(hand.page.locator(`#${name}`), value);
  }

  async function setUp(hand) {
    const { page } = hand;
    const path = (await site.demo.setUpPath()).replace('/sl/', `/${lang}/`);
    await page.goto(path);
    await fill(hand, {
      name: 'Občina Bled', short_name: 'Bled', contact_email: 'posvet@example.org',
      display_name: 'Skrbnica', email: 'skrbnica@example.org', password: secret,
    });
    await send(hand);
    await page.waitForURL('**/sign-in?done=set-up');
    assert.equal((await page.goto(path)).status(), 404, 'it opens once');
    await site.demo.waitForMails(1, () => true, 'skrbnica@example.org');
  }

  async function signIn(hand, email, key) {
    const { page } = hand;
    await page.goto(`/${lang}/sign-in`);
    await fill(hand, { email, password: secret });
    await send(hand);
    if (key) {
      await page.waitForURL('**/sign-in/code');
      await fill(hand, { code: codeOf(key, Date.now() + ahead * day) });
      await send(hand);
    }
    await page.waitForURL(`**/${lang}/desk`);
  }

  async function invite(hand, email, role) {
    const { page } = hand;
    await page.goto(`/${lang}/desk/bled/people`);
    await fill(hand, { email });
    await hand.tick(page.locator(`input[name=role][value=${role}]`));
    await send(hand, page.locator('form.stay button[type=submit]'));
    await page.waitForURL('**/people?done=invited');
  }

  async function accept(hand, email) {
    const { page } = hand;
    const [mail] = await site.demo.waitForMails(1, (one) => /invitations/.test(one), email);
    await page.goto(linkIn(mail, '/invitations/').replace('/sl/', `/${lang}/`));
    await fill(hand, { display_name: email.split('@')[0], password: secret });
    await send(hand);
    await page.waitForURL('**/sign-in?done=invitation-accepted');
  }

  async function setSecondFactor(hand) {
    const { page } = hand;
    await hand.press(page.locator('footer a[href$="/account"]'));
    await hand.press(page.locator('a[href$="/account/second-factor"]'));
    const key = await page.locator('.setup code').innerText();
    await fill(hand, { code: codeOf(key, Date.now() + ahead * day), password: secret });
    await send(hand);
    assert.equal(await page.locator('.codes li').count(), 10);
    return key;
  }

  /** Writes the fields of a part and saves it; ends on the workspace. */
  async function write(hand, part, fields) {
    const { page } = hand;
    await page.goto(`${desk}/parts/${part}`);
    await fill(hand, fields);
    await sendAs(hand, 'save');
    await page.waitForURL(/\/overview\?done=saved-part$/);
  }

  async function prepare(hand, visitor) {
    const { page } = hand;
    await page.goto(`/${lang}/desk/bled/new`);
    await beginConsultation(hand, { title: 'Strategija za mlade', firstDay: dayIn(10), lastDay: dayIn(45) });
    assert.equal(await page.locator('.todo .miss').count(), 5);
    assert.equal(await page.locator('form[action$="/announce"]').count(), 0, 'the gate is shut');
    assert.equal((await visitor.page.goto(draft)).status(), 404);
    await write(hand, 'text', { text });
    await write(hand, 'basics', { purpose: 'Stanovanj je premalo.', title_en: 'Strategy for young people' });
    await write(hand, 'channels', { channels_note: 'Tudi po pošti.', privacy_note: 'Izbrišemo.', contact_0_name: 'Vodja' });
    await send(hand, page.locator('form[action$="/announce"] button'));
    await page.waitForURL('**done=announced');
    assert.equal((await visitor.page.goto(draft)).status(), 200);
  }

  async function comment(hand) {
    const { page } = hand;
    await page.goto(`${draft}/comment?section=2`);
    await hand.tick(page.locator('input[name=kind][value=content]'));
    await fill(hand, { body: 'Naj bo stanovanj dvesto.' });
    await hand.tick(page.locator('input[name=submitter_kind][value=individual]'));
    await fill(hand, { name: 'Občanka', email: 'obcanka@example.org' });
    assert.equal((await send(hand)).status(), 303);
    const [mail] = await site.demo.waitForMails(1, () => true, 'obcanka@example.org');
    await page.goto(linkIn(mail, '/confirm'));
    await send(hand);
    await page.waitForURL(/\/submissions\/[^/]+\/[^/]+$/);
  }

  async function extend(hand, resident) {
    const { page } = hand;
    await page.goto(`${desk}/overview`);
    await page.locator('#last_day').fill(dayIn(60));
    await fill(hand, { reason: 'Praznik med rokom.' });
    await send(hand, page.locator('form[action$="/extend"] button'));
    await page.waitForURL('**done=extended');
    await resident.page.waitForTimeout(1_000);
    await resident.page.goto(draft);
    assert.match(await resident.page.locator('section[aria-labelledby=window]').innerText(), /Praznik med rokom/);
  }

  async function answer([author, second]) {
    await author.page.goto(`${desk}?view=all`);
    const reference = await author.page.locator('table.rows th a').first().innerText();
    await openListed(author, reference);
    await fillResponse(author, { disposition: 'accepted_in_part', reason: 'Sto petdeset.', textChange: 'unchanged' });
    await sendAs(author, 'submit');
    await second.page.goto(`${desk}?view=waiting`);
    await openListed(second, reference);
    await send(second, second.page.locator('form[action*="/approve"] button'));
  }

  async function release(hand) {
    const { page } = hand;
    await page.goto(`${desk}/release`);
    await hand.tick(page.locator('#confirm'));
    await send(hand, page.locator('form[action$="/release"] button'));
    await page.waitForURL('**done=released');
    const answered = (mail) => /Odgovor|Response|answer/i.test(mail) && /obcanka/.test(mail);
    await site.demo.waitForMails(1, answered, 'obcanka@example.org');
  }

  async function adopt(hand, visitor) {
    const { page } = hand;
    await page.goto(`${desk}/overview`);
    await fill(hand, { body: 'Občinski svet', session: '13. redna seja' });
    await page.locator('#adopted_on').fill(dayIn(62));
    await send(hand, page.locator('form[action$="/adopt"] button'));
    await page.waitForURL('**done=adopted');
    await hand.press(page.locator(`a[href="${desk}/parts/text"]`));
    await page.waitForURL('**/parts/text');
    await fill(hand, { text: text.replaceAll('sto stanovanj', 'dvesto stanovanj') });
    await send(hand, page.locator('button[value=save]'));
    await page.waitForURL('**done=saved-part');
    await visitor.page.waitForTimeout(1_000);
    await visitor.page.goto(`${draft}/sections/2`);
    assert.match(await visitor.page.locator('main').innerText(), /dvesto stanovanj/);
    await visitor.page.goto(draft);
    assert.match(await visitor.page.locator('section[aria-labelledby=adoption]').innerText(), /Občinski svet/);
    await visitor.page.goto(`${draft}/register`);
    assert.match(await visitor.page.locator('main').innerText(), /Naj bo stanovanj dvesto/);
  }
}
