// The working group: inbox, response, approval by a second member; the release waits for the end of the window.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pointer } from './support/hands.mjs';
import {
  aComment, answerComment, approveComment, checkErrorSummary, confirmComment, countReceived, fillResponse, filterInbox,
  openDraft, openListed, returnTo, sendAs, stateOf, submitComment,
} from './support/journeys.mjs';
import { post } from './support/pages.mjs';
import { openSite, people } from './support/site.mjs';

const site = openSite();
const desk = `/sl/desk/${openDraft}`;

test('the inbox narrows by section and state', async (t) => {
  const hand = new Pointer(await site.signedIn(t, people.reviewerB));
  const { page } = hand;
  const reference = await receive(t, aComment('seznam'));

  await filterInbox(hand, { section: '3', state: 'new' });

  const listed = await page.locator('table.rows tbody tr').allInnerTexts();
  assert.ok(listed.length > 1);
  for (const row of listed) assert.match(row, /\b3\.\d/, 'every comment is on section 3');
  assert.ok(listed.some((row) => row.includes(reference)));

});

test('the inbox is searched by word and by number', async (t) => {
  const hand = new Pointer(await site.signedIn(t, people.reviewerB));
  const { page } = hand;
  const reference = await receive(t, aComment('iskalnica'));
  for (const words of ['ISKALNICE', reference]) {
    await page.goto(`${desk}?view=all`);

    await hand.write(page.locator('#q'), words);
    await hand.press(page.locator('form[role=search] button[type=submit]'));
    await page.waitForURL((url) => url.searchParams.get('q') === words);

    assert.deepEqual(await page.locator('table.rows th a').allInnerTexts(), [`${reference}/1`], words);
  }
});

test('a comment is not refused without a reason, and its response needs a second member', async (t) => {
  const comment = aComment('razlog');
  const reference = await receive(t, comment);
  const author = new Pointer(await site.signedIn(t, people.reviewerB));
  const { page } = author;
  await filterInbox(author, { section: '3', state: 'new' });
  await openListed(author, `${reference}/1`);

  await fillResponse(author, { disposition: 'not_accepted' });
  const refused = await sendAs(author, 'submit');
  assert.equal(refused.status(), 422);
  await checkErrorSummary(author, ['reason']);
  assert.ok(await page.locator('input[value=not_accepted]').isChecked(), 'what was chosen is kept');

  await fillResponse(author, { reason: 'Ponoči je odprto, podnevi ni osebja.', textChange: 'unchanged' });
  const address = page.url().split('?')[0];
  await sendAs(author, 'submit');
  await returnTo(author, 'submitted');
  assert.equal(await stateOf(page), 'V potrjevanju');
  assert.equal(await page.locator('form[action*="/approve"]').count(), 0, 'nobody approves their own response');
  const version = await versionIn(await site.signedIn(t, people.reviewerC), address);
  await post(page, `${address}/approve`, { version });
  assert.match(await page.locator('.errors li').innerText(), /\S/, 'the page says why not');
  await page.goto(address);
  assert.equal(await stateOf(page), 'V potrjevanju');

  const second = new Pointer(await site.signedIn(t, people.reviewerC));
  await second.page.goto(`${desk}?view=waiting`);
  await approveComment(second, `${reference}/1`);
  assert.equal(await stateOf(second.page), 'Potrjeno');
  await checkNothingIsPublic(t, [comment.body, comment.name, 'podnevi ni osebja']);
});

test('a change of a goal is shown against the words of the goal', async (t) => {
  const hand = new Pointer(await site.signedIn(t, people.reviewerB));
  const { page } = hand;
  // Of the samples: a school kitchen's comment on goal 3.1, accepted with a new text.
  await page.goto(`${desk}?view=all&state=approved&section=3`);
  await hand.press(page.locator('table.rows th a').first());
  await page.waitForURL('**/comments/*');

  const goal = 'da preskrba ni odvisna od posameznega donatorja';
  assert.match(await page.locator('.ctx .target').innerText(), new RegExp(goal));
  const kept = await page.locator('.redline').evaluate((redline) => {
    const copy = redline.cloneNode(true);
    for (const changed of copy.querySelectorAll('ins, del')) changed.remove();
    return copy.textContent.replace(/\s+/g, ' ');
  });
  assert.ok(kept.includes(goal), `kept: ${kept}`);
});

test('a response can be sent back with a note, and the author sees it', async (t) => {
  const reference = await receive(t, aComment('vrnjeno'));
  const author = new Pointer(await site.signedIn(t, people.reviewerB));
  await author.page.goto(`${desk}?view=new`);
  await answerComment(author, `${reference}/1`, { disposition: 'noted', reason: 'Hvala.' });
  const second = new Pointer(await site.signedIn(t, people.reviewerC));
  const { page } = second;
  await page.goto(`${desk}?view=waiting`);
  await openListed(second, `${reference}/1`);

  const back = page.locator('form[action*="/return"] button');
  await second.press(back);
  await page.locator('.errors').waitFor();
  await checkErrorSummary(second, ['note']);
  await second.write(page.locator('#note'), 'Napišite, komu smo predlog poslali.');
  await second.press(back);
  await returnTo(second, 'returned');
  assert.equal(await stateOf(page), 'V delu');

  await author.page.reload();
  assert.match(await author.page.locator('main').innerText(), /Napišite, komu smo predlog poslali/);
  assert.equal(await author.page.locator('#reason').inputValue(), 'Hvala.');
});

test('of two who answer at once, the second loses nothing and overwrites nothing', async (t) => {
  const reference = await receive(t, aComment('hkrati'));
  const hands = [people.reviewerB, people.reviewerC].map(async (email) => new Pointer(await site.signedIn(t, email)));
  const [first, second] = await Promise.all(hands);
  for (const hand of [first, second]) {
    await hand.page.goto(`${desk}?view=new`);
    await openListed(hand, `${reference}/1`);
  }
  await fillResponse(first, { disposition: 'noted', reason: 'Moje besedilo.' });
  await fillResponse(second, { disposition: 'accepted', reason: 'Drugo besedilo.' });
  await sendAs(first, 'save');
  await returnTo(first, 'saved');

  const answer = await sendAs(second, 'save');

  assert.equal(answer.status(), 409);
  const text = await second.page.locator('main').innerText();
  assert.match(text, /Moje besedilo\./, 'what the colleague saved is shown');
  assert.equal(await second.page.locator('#reason').inputValue(), 'Drugo besedilo.');
  await first.page.reload();
  assert.equal(await first.page.locator('#reason').inputValue(), 'Moje besedilo.');
});

test('responses are not released while the window is open, and the page says why', async (t) => {
  const hand = new Pointer(await site.signedIn(t, people.coordinator));
  const { page } = hand;
  await page.goto(`${desk}/release`);

  assert.match(await page.locator('.checks .not').first().innerText(), /Rok še teče/);
  assert.ok((await page.locator('.checks .not a').count()) > 0, 'each gap leads to its comments');
  assert.equal(await page.locator('form[action$="/release"]').count(), 0);
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await post(page, page.url(), { confirm: 'true' });
  assert.equal((await answer).status(), 409);
  assert.match(await page.locator('.errors li').innerText(), /\S/);
  await page.goto(`/sl/${openDraft}/register?q=`);
  assert.equal(await page.locator('.pair').count(), 0);
});

/** A comment sent and confirmed; returns its reference number. */
async function receive(t, comment) {
  const hand = new Pointer(await site.newPage(t));
  const reference = await submitComment(hand, comment);
  await confirmComment(hand, comment);
  return reference;
}

/** The version of a response, as the form of somebody who may approve it has it. */
async function versionIn(page, address) {
  await page.goto(address);
  return page.locator('form[action*="/approve"] input[name=version]').inputValue();
}

async function checkNothingIsPublic(t, secrets) {
  const page = await site.newPage(t);
  await countReceived(page);
  for (const path of ['register?q=', 'sections/3', '']) {
    await page.goto(`/sl/${openDraft}/${path}`.replace(/\/$/, ''));
    const html = await page.content();
    for (const secret of secrets) assert.ok(!html.includes(secret), `${secret} in ${path}`);
  }
}
