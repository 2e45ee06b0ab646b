// The two longest journeys by keyboard alone, and once more with JavaScript off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keyboard, Pointer } from './support/hands.mjs';
import {
  aComment, approveComment, checkErrorSummary, confirmComment, fillCommentForm, fillResponse, filterInbox, openCommentForm,
  openDraft, openListed, returnTo, send, sendAs, stateOf, submitComment,
} from './support/journeys.mjs';
import { openSite, password, people } from './support/site.mjs';

const site = openSite();
const ways = [
  { way: 'by keyboard', Hand: Keyboard, options: {} },
  { way: 'by keyboard on a phone-sized screen', Hand: Keyboard, options: { viewport: { width: 360, height: 740 } } },
  { way: 'without JavaScript', Hand: Pointer, options: { javaScriptEnabled: false } },
];

for (const [index, { way, Hand, options }] of ways.entries()) {
  test(`${way}: read, comment, mend an error, confirm`, async (t) => {
    const hand = new Hand(await site.newPage(t, options));
    const { page } = hand;
    const comment = aComment(`bralec${index}`);

    await openCommentForm(hand);
    await hand.tick(page.locator('input[name=submitter_kind][value=individual]'));
    await hand.write(page.locator('#body'), comment.body);
    assert.equal((await send(hand)).status(), 422);
    await checkErrorSummary(hand, ['kind', 'name', 'email']);
    assert.equal(await page.locator('#body').inputValue(), comment.body);
    await fillCommentForm(hand, comment);
    assert.equal((await send(hand)).status(), 303);
    await confirmComment(hand, comment);

    assert.equal(await page.locator('#confirm').count(), 0);
    assert.equal(await page.locator('.basket .text').first().innerText(), comment.body);
  });

  test(`${way}: sign in, find a comment, answer it, approve it`, async (t) => {
    const comment = aComment(`delo${index}`);
    const resident = new Pointer(await site.newPage(t));
    const reference = `${await submitComment(resident, comment)}/1`;
    await confirmComment(resident, comment);

    const author = new Hand(await site.newPage(t, options));
    await signInByHand(author, people.reviewerB);
    await filterInbox(author, { section: '3', state: 'new' });
    await openListed(author, reference);
    await fillResponse(author, { disposition: 'not_accepted' });
    assert.equal((await sendAs(author, 'submit')).status(), 422);
    await checkErrorSummary(author, ['reason']);
    await fillResponse(author, { reason: 'To ureja drug predpis.', textChange: 'unchanged' });
    await sendAs(author, 'submit');
    await returnTo(author, 'submitted');
    assert.equal(await stateOf(author.page), 'V potrjevanju');

    const second = new Hand(await site.newPage(t, options));
    await signInByHand(second, people.reviewerC);
    await second.page.goto(`/sl/desk/${openDraft}?view=waiting`);
    await approveComment(second, reference);
    assert.equal(await stateOf(second.page), 'Potrjeno');
  });
}

async function signInByHand(hand, email) {
  const { page } = hand;
  await page.goto('/sl/sign-in');
  await hand.write(page.locator('#email'), email);
  await hand.write(page.locator('#password'), password);
  await send(hand);
  await page.waitForURL('**/sl/desk');
}
