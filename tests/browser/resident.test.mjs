// A resident comments on a paragraph: form, errors, receipt, mail, confirmation, tracking.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pointer } from './support/hands.mjs';
import {
  aComment, checkErrorSummary, confirmComment, countReceived, fillCommentForm, followLink, openCommentForm, openMail,
  send, submitComment,
} from './support/journeys.mjs';
import { openSite } from './support/site.mjs';

const site = openSite();

test('a form with errors names them, leads to them and keeps what was typed', async (t) => {
  const hand = new Pointer(await site.newPage(t));
  const { page } = hand;
  const comment = aComment('napaka');
  await openCommentForm(hand);
  await page.locator('#body').fill(comment.body);
  await page.locator('#proposed_text').fill(comment.proposedText);
  await page.locator('input[name=submitter_kind][value=individual]').check();
  await page.locator('#email').fill('not-an-address');

  const answer = await send(hand);

  assert.equal(answer.status(), 422);
  await checkErrorSummary(hand, ['kind', 'name', 'email']);
  assert.equal(await page.locator('#body').inputValue(), comment.body);
  assert.equal(await page.locator('#proposed_text').inputValue(), comment.proposedText);
  assert.equal(await page.locator('#email').inputValue(), 'not-an-address');
  assert.equal(await page.locator('#email').getAttribute('aria-invalid'), 'true');
});

test('a corrected form is received, with a reference number and the time', async (t) => {
  const hand = new Pointer(await site.newPage(t));
  const { page } = hand;
  const comment = aComment('popravek');
  await openCommentForm(hand);
  await send(hand);
  await fillCommentForm(hand, comment);

  const answer = await send(hand);

  assert.equal(answer.status(), 303);
  const reference = await page.locator('h1.ref').innerText();
  assert.match(reference, /^KRANJ-\d{4}-\d+$/);
  assert.equal(answer.headers()['posvet-reference'], reference);
  assert.ok(await page.locator('dl.facts time[datetime]').isVisible());
  assert.equal(await page.locator('.basket .text').first().innerText(), comment.body);
});

test('opening the link in the mail changes nothing; the button confirms', async (t) => {
  const hand = new Pointer(await site.newPage(t));
  const { page } = hand;
  const comment = aComment('potrditev');
  const reference = await submitComment(hand, comment);
  const before = await countReceived(page);

  await openMail(hand, comment.email);
  await followLink(hand, '/confirm');
  await page.reload();
  const button = page.locator('main form[method=post] button');
  assert.equal(await button.count(), 1);
  assert.equal(await countReceived(page), before, 'looking does not confirm');

  await confirmComment(hand, comment);
  assert.equal(await page.locator('h1.ref').innerText(), reference);
  assert.equal(await page.locator('#confirm').count(), 0, 'nothing is left to confirm');
  // Public figures may be a minute old.
  const until = Date.now() + 75_000;
  while ((await countReceived(page)) === before && Date.now() < until) await page.waitForTimeout(3_000);
  assert.equal(await countReceived(page), before + 1);
});

test('before the release neither the text nor the name of a comment is public', async (t) => {
  const hand = new Pointer(await site.newPage(t));
  const { page } = hand;
  const comment = aComment('skrivnost');
  await submitComment(hand, comment);
  await confirmComment(hand, comment);

  await countReceived(page);

  assert.equal(await page.locator('.pair').count(), 0);
  const html = await page.content();
  for (const secret of [comment.body, comment.name, comment.email]) assert.ok(!html.includes(secret), secret);
});
