// Our own forms at a plain http host: browsers send no Sec-Fetch-* there, so `Origin` alone says whose form it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pointer } from './support/hands.mjs';
import { aComment, openDraft, openMail, send, submitComment, subscribe } from './support/journeys.mjs';
import { openSite, people, signIn } from './support/site.mjs';

const site = openSite();

/** Somebody at the named address; every act they send is kept. */
async function visitor(t) {
  const page = await site.newPage(t, { baseURL: site.namedBase });
  const acts = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') acts.push(request);
  });
  return { hand: new Pointer(page), page, acts };
}

/** Opens the link of the newest mail at the named address: the demonstration writes its own into mails. */
async function openLink({ hand, page }, recipient, ending) {
  await openMail(hand, recipient);
  const link = page.locator(`section[aria-labelledby=links] a[href$="${ending}"]`);
  await page.goto(new URL(await link.getAttribute('href')).pathname);
}

/** Insists that the browser told `Origin` and nothing else, as this file is about. */
async function checkActs(acts, count) {
  assert.equal(acts.length, count);
  for (const act of acts) {
    const headers = await act.allHeaders();
    assert.equal(headers['sec-fetch-site'], undefined, act.url());
    assert.equal(headers.origin, site.namedBase, act.url());
  }
}

test('a comment is received and confirmed', async (t) => {
  const someone = await visitor(t);
  const { hand, page, acts } = someone;
  const comment = aComment('izvor');

  const reference = await submitComment(hand, comment);
  await openLink(someone, comment.email, '/confirm');
  const answer = await send(hand);

  assert.equal(answer.status(), 303);
  assert.equal(await page.locator('h1.ref').innerText(), reference);
  await checkActs(acts, 2);
});

test('notices are subscribed to, confirmed and unsubscribed from', async (t) => {
  const someone = await visitor(t);
  const { hand, page, acts } = someone;
  const recipient = 'izvor.narocnik@example.org';

  await subscribe(hand, recipient);
  await openLink(someone, recipient, '/confirm');
  assert.equal((await send(hand)).status(), 303);
  await page.goto(page.url().replace(/\/confirm$/, '/unsubscribe'));
  assert.equal((await send(hand)).status(), 303);

  assert.equal(await page.locator('main form').count(), 0);
  await checkActs(acts, 3);
});

test('staff sign in and search', async (t) => {
  const { page, acts } = await visitor(t);

  await signIn(page, people.coordinator);
  await page.goto(`/sl/desk/${openDraft}`);

  assert.ok(await page.locator('form.facets').count());
  await checkActs(acts, 1);
});
