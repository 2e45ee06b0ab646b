// The steps people take, for any way to use a page (hands.mjs).
import assert from 'node:assert/strict';

export const openDraft = 'kranj/socialno-varstvo-2022-2028';
export const closedDraft = 'kranj/socialno-varstvo-2022-2028-prva-obravnava';
export const announcedDraft = 'maribor/socialno-varstvo-2024-2030';

/** A comment as somebody would write it; `who` makes name and address its own. */
export function aComment(who) {
  return {
    kind: 'content',
    body: `Zavetišče naj bo odprto tudi čez dan. (${who})`,
    proposedText: 'Zavetišče je odprto ves dan.',
    name: `Vlagatelj/ica ${who}`,
    email: `${who}@example.org`,
  };
}

/** From the section's page to the form about its paragraph. */
export async function openCommentForm(hand, { lang = 'sl', section = 3, paragraph = 5 } = {}) {
  const { page } = hand;
  await page.goto(`/${lang}/${openDraft}/sections/${section}`);
  await hand.press(page.locator(`#o${paragraph} .acts a`));
  await page.waitForURL(`**/comment?section=${section}&paragraph=${paragraph}`);
}

export async function fillCommentForm(hand, comment) {
  const { page } = hand;
  await hand.tick(page.locator(`input[name=kind][value=${comment.kind}]`));
  await hand.write(page.locator('#body'), comment.body);
  await hand.write(page.locator('#proposed_text'), comment.proposedText);
  await hand.tick(page.locator('input[name=submitter_kind][value=individual]'));
  await hand.write(page.locator('#name'), comment.name);
  await hand.write(page.locator('#email'), comment.email);
}

/** Sends the form of a page's main part, or the one a button belongs to; returns the answer to the POST. */
export async function send(hand, button) {
  const { page } = hand;
  const isPost = (response) => response.request().method() === 'POST';
  const [answer] = await Promise.all([
    page.waitForResponse(isPost),
    page.waitForEvent('load'),
    hand.press(button ?? page.locator('main form button[type=submit]')),
  ]);
  return answer;
}

/** Sends a whole comment; returns its reference number. */
export async function submitComment(hand, comment, place) {
  await openCommentForm(hand, place);
  await fillCommentForm(hand, comment);
  const answer = await send(hand);
  assert.equal(answer.status(), 303);
  return hand.page.locator('h1.ref').innerText();
}

/** Opens the newest mail to an address in the demonstration's mailbox. */
export async function openMail(hand, recipient, subject = /./) {
  const { page } = hand;
  await page.goto('/mailbox');
  const entry = page.locator('li.entry').filter({ hasText: recipient }).filter({ hasText: subject });
  await hand.press(entry.first().locator('a'));
  await page.waitForURL(/\/mailbox\/\d+$/);
}

/** Opens the link of the mail on the page whose address ends so. */
export async function followLink(hand, ending) {
  await hand.press(hand.page.locator(`section[aria-labelledby=links] a[href$="${ending}"]`));
  await hand.page.waitForURL(`**${ending}`);
}

/** From the mailbox over the link to the button; ends on the tracking page. */
export async function confirmComment(hand, comment) {
  await openMail(hand, comment.email);
  await followLink(hand, '/confirm');
  await send(hand);
  await hand.page.waitForURL(/\/submissions\/[^/]+\/[^/]+$/);
}

/** Asks for notices about the open consultation. */
export async function subscribe(hand, recipient, lang = 'sl') {
  const { page } = hand;
  await page.goto(`/${lang}/${openDraft}/subscribe`);
  await hand.write(page.locator('#email'), recipient);
  await send(hand);
  await page.waitForURL('**/subscribe?done=asked');
}

/** Comments counted in public as received. With a filter the page is made anew; without, its figures are a minute old. */
export async function countReceived(page, draft = openDraft) {
  await page.goto(`/sl/${draft}/register?q=`);
  return numberIn(await page.locator('.sum b').first().innerText());
}

/** Opens an inbox and narrows it by section and state. */
export async function filterInbox(hand, { view = 'all', section = '', state = '' } = {}) {
  const { page } = hand;
  await page.goto(`/sl/desk/${openDraft}?view=${view}`);
  if (!(await page.locator('#section').isVisible())) await hand.press(page.locator('details.menu > summary'));
  await hand.select(page.locator('#section'), section);
  await hand.select(page.locator('#state'), state);
  await hand.press(page.locator('form.facets button[type=submit]'));
  await page.waitForURL((url) => url.searchParams.get('state') === state);
}

/** Fills the response form as far as it is given. */
export async function fillResponse(hand, { disposition, reason, textChange, newText }) {
  const { page } = hand;
  if (disposition) await hand.tick(page.locator(`input[name=disposition][value=${disposition}]`));
  if (reason) await hand.write(page.locator('#reason'), reason);
  if (textChange) await hand.tick(page.locator(`input[name=text_change][value=${textChange}]`));
  if (newText) await hand.write(page.locator('#new_text'), newText);
}

/** Presses one of the buttons of a form with several. */
export function sendAs(hand, action) {
  return send(hand, hand.page.locator(`button[name=action][value=${action}]:not([hidden])`));
}

/** Opens a comment from the list that is shown. */
export async function openListed(hand, reference) {
  await hand.press(hand.page.getByRole('link', { name: reference, exact: true }));
  await hand.page.waitForURL('**/comments/*');
}

/** Opens a comment from the list, writes the response and hands it on. */
export async function answerComment(hand, reference, response) {
  await openListed(hand, reference);
  await fillResponse(hand, response);
  await sendAs(hand, 'submit');
  await returnTo(hand, 'submitted');
}

/** Opens a comment from the list and approves its response. */
export async function approveComment(hand, reference) {
  await openListed(hand, reference);
  await send(hand, hand.page.locator('form[action*="/approve"] button'));
  await returnTo(hand, 'approved');
}

/** After an act the next comment of the list has opened; back to the one that was acted on. */
export async function returnTo(hand, done) {
  await hand.page.waitForURL(`**done=${done}**`);
  await hand.press(hand.page.locator('.flash a'));
  await hand.page.waitForURL((url) => url.pathname.includes('/comments/') && !url.searchParams.has('done'));
}

/** Where a response stands, in the words of the page. */
export async function stateOf(page) {
  const text = await page.locator('.steps [aria-current=step]').innerText();
  return text.replaceAll('\u00a0', ' ').trim();
}

/** Insists that the error summary has the focus and leads to each field that is named. */
export async function checkErrorSummary(hand, fields) {
  const { page } = hand;
  const summary = page.locator('.errors');
  assert.ok(await summary.evaluate((box) => box === document.activeElement), 'the error summary has the focus');
  const links = await summary.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  assert.deepEqual(links, fields.map((field) => `#${field}`));
  for (const field of fields) {
    await hand.press(summary.locator(`a[href="#${field}"]`));
    const target = page.locator(`[id="${field}"]`);
    assert.ok(await target.evaluate((input) => input === document.activeElement), `the link leads to ${field}`);
    const said = await target.evaluate((input) => {
      const isOneOfMany = input.type === 'radio' || input.type === 'checkbox';
      const told = (isOneOfMany && input.closest('fieldset')) || input;
      const ids = told.getAttribute('aria-describedby')?.split(' ') ?? [];
      return ids.map((id) => document.getElementById(id)?.textContent ?? `no #${id}`).join(' ');
    });
    const labelled = await target.evaluate((input) => {
      const label = input.closest('fieldset')?.querySelector('legend') ?? input.labels?.[0];
      return !label || label.getBoundingClientRect().top >= 0;
    });
    assert.ok(labelled, `the label of ${field} is in sight`);
    assert.match(said, /\S/, `${field} says what is wrong`);
    assert.doesNotMatch(said, /no #/);
  }
}

/** The first number in a text, as the interface writes it: with spaces or dots between thousands. */
export function numberIn(text) {
  const [number] = text.match(/[-\u2212]?\d[\d.\s]*/) ?? [];
  assert.ok(number, `a number in "${text}"`);
  return Number(number.replace('\u2212', '-').replace(/[.\s]/g, ''));
}

/** The day so many days from today, as date fields take it. */
export function dayIn(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** From the form with three fields to the workspace. */
export async function beginConsultation(hand, { title, firstDay, lastDay }) {
  const { page } = hand;
  await hand.write(page.locator('#title'), title);
  await page.locator('#first_day').fill(firstDay);
  await page.locator('#last_day').fill(lastDay);
  await sendAs(hand, 'save');
  await page.waitForURL(/\/overview\?done=created$/);
}
