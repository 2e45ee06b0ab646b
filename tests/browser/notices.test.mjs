// Subscribing with double opt-in, a notice from draft to report, unsubscribing with one click.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pointer } from './support/hands.mjs';
import {
  checkErrorSummary, followLink, numberIn, openDraft, openMail, send, sendAs, subscribe,
} from './support/journeys.mjs';
import { openSite, people } from './support/site.mjs';

const site = openSite();
const notices = `/sl/desk/${openDraft}/notices`;

test('an address is subscribed only after the button behind the link in the mail', async (t) => {
  const hand = new Pointer(await site.newPage(t));
  const { page } = hand;
  const recipient = 'novi.narocnik@example.org';
  const coordinator = await site.signedIn(t, people.coordinator);
  const before = await countRecipients(coordinator);

  await subscribe(hand, recipient);
  await openMail(hand, recipient);
  await followLink(hand, '/confirm');
  await page.reload();
  assert.equal(await countRecipients(coordinator), before, 'looking subscribes nobody');

  await send(hand);
  assert.equal(await page.locator('main form').count(), 0);
  assert.equal(await countRecipients(coordinator), before + 1);
});

test('a subscription without a usable address is explained', async (t) => {
  const hand = new Pointer(await site.newPage(t));
  await hand.page.goto(`/sl/${openDraft}/subscribe`);
  await hand.write(hand.page.locator('#email'), 'not-an-address');

  const answer = await send(hand);

  assert.equal(answer.status(), 422);
  await checkErrorSummary(hand, ['email']);
  assert.equal(await hand.page.locator('#email').inputValue(), 'not-an-address');
});

test('a notice is rehearsed, sent once, and reported to the last recipient', async (t) => {
  const hand = new Pointer(await site.signedIn(t, people.coordinator));
  const { page } = hand;
  const subject = 'Okrogla miza o osnutku';
  const isNotice = (mail) => mail.includes('Vabimo na okroglo mizo');

  await page.goto(notices);
  await hand.press(page.locator('a[href$="/notices/new"]'));
  await send(hand);
  await checkErrorSummary(hand, ['subject', 'body']);

  await writeNotice(hand, { subject, body: 'Vabimo na okroglo mizo.\n\nPoglejte osnutek.' });
  const recipients = await checkRehearsal(page);
  assert.equal((await site.demo.mails()).filter(isNotice).length, 0, 'nothing leaves before it is confirmed');

  const unconfirmed = await sendAs(hand, 'send');
  assert.equal(unconfirmed.status(), 422);
  await checkErrorSummary(hand, ['confirm']);

  await hand.tick(page.locator('#confirm'));
  await sendAs(hand, 'send');
  const sent = await site.demo.waitForMails(recipients, isNotice);
  assert.equal(sent.length, recipients);
  const addresses = sent.map((mail) => mail.match(/^To: .*?([^\s<>]+@[^\s<>]+)/m)[1]);
  assert.equal(new Set(addresses).size, recipients, 'nobody gets two');
  await checkReport(page, recipients);

  await page.goto(notices);
  assert.match(await page.locator('table.rows tbody').innerText(), new RegExp(subject));
});

test('a test mail goes to the coordinator alone', async (t) => {
  const hand = new Pointer(await site.signedIn(t, people.coordinator));
  const isNotice = (mail) => mail.includes('Samo preizkus');
  await hand.page.goto(`${notices}/new`);
  await writeNotice(hand, { subject: 'Preizkus', body: 'Samo preizkus.' });

  await sendAs(hand, 'test');

  const [mail] = await site.demo.waitForMails(1, isNotice);
  assert.match(mail, new RegExp(`^To: .*${people.coordinator}`, 'm'));
  assert.equal((await site.demo.mails()).filter(isNotice).length, 1);
});

test('a mail program unsubscribes with one POST; the link alone does nothing', async (t) => {
  const hand = new Pointer(await site.newPage(t));
  const { page } = hand;
  const recipient = 'odjava@example.org';
  await subscribe(hand, recipient);
  await openMail(hand, recipient);
  await followLink(hand, '/confirm');
  await send(hand);
  const coordinator = await site.signedIn(t, people.coordinator);
  const before = await countRecipients(coordinator);
  const desk = new Pointer(coordinator);
  await coordinator.goto(`${notices}/new`);
  await writeNotice(desk, { subject: 'Zadnje obvestilo', body: 'Zadnje obvestilo.' });
  await desk.tick(coordinator.locator('#confirm'));
  await sendAs(desk, 'send');
  const [mail] = await site.demo.waitForMails(1, (text) => text.includes('Zadnje obvestilo'), recipient);
  const headers = mail.split(/\r?\n\r?\n/)[0].replace(/\r?\n[ \t]+/g, ' ');
  assert.match(headers, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  const link = headers.match(/^List-Unsubscribe: .*<(http[^>]+)>/m)[1];

  await page.goto(link);
  assert.equal(await countRecipients(coordinator), before, 'looking unsubscribes nobody');
  const answer = await fetch(link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    redirect: 'manual',
  });

  assert.equal(answer.status, 200);
  assert.equal(await countRecipients(coordinator), before - 1);
  await page.reload();
  assert.equal(await page.locator('main form').count(), 0, 'the page says that it is done');
});

/** From the empty form to the rehearsal. */
async function writeNotice(hand, { subject, body }) {
  const { page } = hand;
  await hand.write(page.locator('#subject'), subject);
  await hand.write(page.locator('#body'), body);
  await send(hand);
  await page.waitForURL(/\/notices\/[0-9a-f-]+\?done=saved$/);
}

/** Numbers of the table of recipients; insists that they add up. Returns how many will get the notice. */
async function checkRehearsal(page) {
  const table = page.locator('section[aria-labelledby=recipients] table').first();
  const numbers = (await table.locator('tbody td.num').allInnerTexts()).map(numberIn);
  const total = numberIn(await table.locator('tfoot td.num').innerText());
  assert.ok(total > 0);
  assert.equal(numbers.reduce((sum, number) => sum + number, 0), total, `${numbers.join(' + ')} = ${total}`);
  await page.locator('details summary').click();
  const sample = page.locator('details table tbody tr');
  assert.ok((await sample.count()) > 0);
  for (const row of await sample.allInnerTexts()) assert.match(row, /@.+\s.+\d{4}/, 'an address and the reason');
  return total;
}

/** Waits for the end of the sending; insists that recipients = sent + waiting + deferred + failed. */
async function checkReport(page, recipients) {
  await assertEventually(async () => {
    await page.reload();
    const [all, sent, ...rest] = (await page.locator('.sum b').allInnerTexts()).map(numberIn);
    assert.equal(all, recipients);
    assert.equal(sent + rest.reduce((sum, number) => sum + number, 0), all);
    assert.equal(sent, all);
  });
  const table = page.locator('section[aria-labelledby=recipients] table');
  const numbers = (await table.locator('tbody td.num').allInnerTexts()).map(numberIn);
  assert.equal(numbers.reduce((sum, number) => sum + number, 0), recipients);
}

async function assertEventually(check) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** How many would get a notice to everybody, as the rehearsal of a new draft counts them. */
async function countRecipients(page) {
  const hand = new Pointer(page);
  await page.goto(`${notices}/new`);
  await writeNotice(hand, { subject: 'Koliko', body: 'Koliko' });
  return numberIn(await page.locator('section[aria-labelledby=recipients] tfoot td.num').innerText());
}
