// After the window: everything answered, everything released at once, figures that add up, one mail for each submitter.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pointer } from './support/hands.mjs';
import {
  aComment, approveComment, checkErrorSummary, confirmComment, fillResponse, numberIn, openDraft, openListed, returnTo, send,
  sendAs, submitComment,
} from './support/journeys.mjs';
import { post } from './support/pages.mjs';
import { openSite, people } from './support/site.mjs';

/** The samples' window closes in eleven days. */
const daysUntilClosed = 15;
const desk = `/sl/desk/${openDraft}`;
const register = `/sl/${openDraft}/register`;
const confirmed = aComment('odgovorjena');
const forgotten = aComment('pozabljena');
let reference;

// While the window is open two residents comment, and one of them does not confirm. Then the clock moves on.
const site = openSite(async (site) => {
  const context = await site.newContext();
  const hand = new Pointer(await context.newPage());
  await submitComment(hand, forgotten);
  reference = await submitComment(hand, confirmed);
  await confirmComment(hand, confirmed);
  await context.close();
  await site.demo.restartInDays(daysUntilClosed);
});

test('after the window the form gives a text back instead of taking it', async (t) => {
  const page = await site.newPage(t, { bypassCSP: true });
  const late = aComment('prepozna');
  await page.goto(`/sl/${openDraft}/sections/3`);
  assert.equal(await page.locator('.acts a').count(), 0);
  await page.goto(`/sl/${openDraft}/comment?section=3&paragraph=5`);
  assert.equal(await page.locator('main form').count(), 0);

  const fields = { section: '3', paragraph: '5', kind: late.kind, body: late.body, submitter_kind: 'individual' };
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await post(page, `/sl/${openDraft}/comment`, { ...fields, name: late.name, email: late.email });

  assert.equal((await answer).status(), 409);
  assert.equal(await page.locator('#body').inputValue(), late.body);
});

test('everything is answered, released at once, told to everybody, and adds up', async (t) => {
  const coordinator = new Pointer(await site.signedIn(t, people.coordinator));
  await checkReleaseIsRefused(coordinator);
  await answerEverything(t);

  const { released, mails } = await release(coordinator);

  const visitor = await site.newPage(t);
  await visitor.goto(register);
  await checkFigures(visitor, released);
  await checkPairs(visitor, released);
  await checkMails(mails);
  await checkTracking(new Pointer(visitor));
});

async function checkReleaseIsRefused({ page }) {
  await page.goto(`${desk}/release`);
  assert.ok((await page.locator('.checks .acc').count()) >= 1, 'the window has closed');
  assert.ok((await page.locator('.checks .not').count()) >= 1, 'comments without a response are counted');
  assert.equal(await page.locator('form[action$="/release"]').count(), 0);
  await post(page, page.url(), { confirm: 'true' });
  assert.match(await page.locator('.errors li').innerText(), /\d/, 'how many are missing');
  await page.goto(`${register}?q=`);
  assert.equal(await page.locator('.pair').count(), 0);
}

/** Writes what is missing as one member, then has each response approved by whichever member did not write it. */
async function answerEverything(t) {
  const members = [];
  for (const email of [people.reviewerB, people.reviewerC]) members.push(new Pointer(await site.signedIn(t, email)));
  for (const state of ['new', 'drafted', 'returned']) {
    for (const number of await listed(members[0], `?view=all&state=${state}`)) await finish(members[0], number, state);
  }
  for (const member of members) {
    for (const number of await listed(member, '?view=waiting')) {
      await member.page.goto(`${desk}?view=waiting`);
      await approveComment(member, number);
    }
  }
}

async function listed({ page }, query) {
  await page.goto(`${desk}${query}`);
  return page.locator('table.rows th a').allInnerTexts();
}

/** Completes a response whatever it lacks, and hands it on. */
async function finish(hand, number, state) {
  const { page } = hand;
  await page.goto(`${desk}?view=all&state=${state}`);
  await openListed(hand, number);
  const isBegun = (await page.locator('#reason').inputValue()) !== '';
  await fillResponse(hand, isBegun ? {} : { disposition: 'noted', reason: `Prebrali smo: ${number}.` });
  if ((await page.locator('input[name=text_change]:checked').count()) === 0) {
    await fillResponse(hand, { textChange: 'unchanged' });
  }
  await sendAs(hand, 'submit');
  await returnTo(hand, 'submitted');
}

/** Releases; returns how many responses and how many mails the page announced. */
async function release(hand) {
  const { page } = hand;
  await page.goto(`${desk}/release`);
  assert.equal(await page.locator('.checks .not').count(), 0);
  const submit = page.locator('form[action$="/release"] button');
  const released = numberIn(await submit.innerText());
  const mails = numberIn(await page.locator('form[action$="/release"] p').first().innerText());
  const total = numberIn(await page.locator('tfoot td.num').innerText());
  assert.equal(total, released);
  await send(hand, submit);
  await checkErrorSummary(hand, ['confirm']);
  await hand.tick(page.locator('#confirm'));
  await send(hand, page.locator('form[action$="/release"] button'));
  await page.waitForURL('**done=released');
  assert.equal(await page.locator('form[action$="/release"]').count(), 0, 'it cannot be done twice');
  return { released, mails };
}

/** Received = the sum of the outcomes = the number of responses released, in the line, the bars and the table. */
async function checkFigures(page, released) {
  const line = (await page.locator('.sum b').allInnerTexts()).map(numberIn);
  assert.equal(line[0], released);
  assert.equal(sum(line.slice(1)), released, line.join(' '));
  const bars = (await page.locator('table.bars td.num').allInnerTexts()).map(numberIn);
  assert.equal(sum(bars), released, 'the sections');
  await page.locator('details > summary').first().click();
  for (const row of await page.locator('details table.grid :is(tbody, tfoot) tr').all()) {
    const cells = (await row.locator('td.num').allInnerTexts()).map(numberIn);
    assert.equal(sum(cells.slice(0, -1)), cells.at(-1), await row.innerText());
  }
  assert.equal(numberIn(await page.locator('details table.grid tfoot td.num').last().innerText()), released);
}

/** Every comment is listed with its outcome and reason; nothing that was not confirmed, and no address, is. */
async function checkPairs(page, released) {
  assert.equal(await page.locator('.pair').count(), released);
  for (const pair of await page.locator('.pair').all()) {
    assert.equal(await pair.locator('.chip').count(), 1);
    assert.match(await pair.locator('.sides > div').nth(1).innerText(), /\S+\n+.*\S/);
  }
  const text = await page.locator('main').innerText();
  assert.ok(text.includes(confirmed.body));
  assert.ok(text.includes(`Prebrali smo: ${reference}/1.`));
  for (const secret of [forgotten.body, confirmed.name, confirmed.email]) assert.ok(!text.includes(secret), secret);
  const outcomes = await page.locator('#disposition option').evaluateAll((all) => all.map(({ value }) => value));
  let filtered = 0;
  for (const outcome of outcomes.filter(Boolean)) {
    await page.goto(`${register}?disposition=${outcome}`);
    filtered += await page.locator('.pair').count();
  }
  assert.equal(filtered, released, 'the filters divide the list without a remainder');
}

/** One mail for each submitter, with the reason; none for who did not confirm. */
async function checkMails(mails) {
  const isAnswer = (mail) => /^Subject: .*Odgovor/m.test(mail);
  const sent = await site.demo.waitForMails(mails, isAnswer);
  assert.equal(sent.length, mails);
  const mine = await site.demo.waitForMails(1, isAnswer, confirmed.email);
  assert.equal(mine.length, 1);
  assert.ok(mine[0].includes(`${reference}/1`) || mine[0].includes(reference));
  const others = (await site.demo.mails(forgotten.email)).filter(isAnswer);
  assert.deepEqual(others, []);
}

/** The private page, reached from the mail of the receipt, now has the answer. */
async function checkTracking({ page }) {
  await page.goto('/mailbox');
  const mail = page.locator('li.entry').filter({ hasText: confirmed.email }).filter({ hasText: 'Odgovor' });
  await mail.locator('a').first().click();
  const tracking = page.locator('section[aria-labelledby=links] a[href*="/submissions/"]').first();
  await tracking.click();
  assert.equal(await page.locator('h1.ref').innerText(), reference);
  assert.match(await page.locator('.basket').innerText(), /Prebrali smo/);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
