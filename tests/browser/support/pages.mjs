// Every kind of page there is, and how to get to it. A new page belongs into this list (CONTRIBUTING.md, "Add a page").
import { Pointer } from './hands.mjs';
import {
  aComment, announcedDraft, beginConsultation, closedDraft, confirmComment, dayIn, followLink, openCommentForm, openDraft, openMail, send, sendAs,
  submitComment, subscribe,
} from './journeys.mjs';
import { people, signIn } from './site.mjs';

const visit = (path) => (page, lang) => page.goto(`/${lang}${path}`);
const desk = `/desk/${openDraft}`;
const adoptedDraft = 'maribor/socialno-varstvo-2024-2030-sprejeta';
/** A consultation that is being prepared; nothing of it is public. */
const preparedDraft = 'kranj/v-pripravi';

/**
 * A page has a name, the person who sees it (`as`, nobody when absent), the status of its answer (200 when absent), and
 * `open(page, lang, world)`, which ends on it; `world` is what `prepare` made.
 */
export const pages = [
  { name: 'authorities', open: visit('') },
  { name: 'home of an authority', open: visit('/kranj') },
  { name: 'home of an authority with an announced consultation', open: visit('/maribor') },
  { name: 'open consultation', open: visit(`/${openDraft}`) },
  { name: 'announced consultation', open: visit(`/${announcedDraft}`) },
  { name: 'answered consultation', open: visit(`/${closedDraft}`) },
  { name: 'section of an open consultation', open: visit(`/${openDraft}/sections/3`) },
  { name: 'section of an answered consultation', open: visit(`/${closedDraft}/sections/3`) },
  { name: 'adopted consultation', open: visit(`/${adoptedDraft}`) },
  { name: 'section of an adopted text', open: visit(`/${adoptedDraft}/sections/2`) },
  { name: 'changes of an adopted text', open: visit(`/${adoptedDraft}/changes`) },
  { name: 'section of an announced consultation, which says when', open: visit(`/${announcedDraft}/sections/1`) },
  { name: 'how it works', open: visit('/pages/how') },
  { name: 'privacy', open: visit('/pages/privacy') },
  { name: 'accessibility statement', open: visit('/pages/accessibility') },

  { name: 'how it works at an authority', open: visit('/kranj/pages/how') },

  { name: 'comment form about a paragraph', open: visit(`/${openDraft}/comment?section=3&paragraph=5`) },
  { name: 'comment form about the draft', open: visit(`/${openDraft}/comment`) },
  { name: 'comment form with errors', status: 422, open: sendEmpty(`/${openDraft}/comment?section=3&paragraph=5`) },
  { name: 'comment form of a closed consultation', open: visit(`/${closedDraft}/comment?section=3`) },
  { name: 'comment that came too late', status: 409, open: commentOn(closedDraft) },
  { name: 'comment that came too early', status: 409, open: commentOn(announcedDraft) },
  { name: 'receipt', open: openReceipt },
  { name: 'receipt with a wrong address', status: 422, open: mistypeAddress },
  { name: 'confirmation of a comment', open: follow('commentLink') },
  { name: 'confirmation of a comment, done', open: follow('confirmedLink') },
  { name: 'tracking page, waiting', open: follow('waitingComment') },
  { name: 'tracking page, confirmed', open: follow('confirmedComment') },
  { name: 'register before the release', open: visit(`/${openDraft}/register`) },
  { name: 'register', open: visit(`/${closedDraft}/register`) },
  { name: 'register, filtered', open: visit(`/${closedDraft}/register?section=3&disposition=accepted`) },
  { name: 'register for printing', open: visit(`/${closedDraft}/register/print`) },
  { name: 'register for printing, filtered', open: visit(`/${closedDraft}/register/print?section=3&submitter=organisation`) },
  { name: 'register, nothing found', open: visit(`/${closedDraft}/register?q=xyzzy`) },

  { name: 'subscription to a consultation', open: visit(`/${openDraft}/subscribe`) },
  { name: 'subscription to an authority', open: visit('/kranj/subscribe') },
  { name: 'subscription with errors', status: 422, open: sendEmpty(`/${openDraft}/subscribe`) },
  { name: 'subscription, asked for', open: visit(`/${openDraft}/subscribe?done=asked`) },
  { name: 'confirmation of a subscription', open: follow('subscriptionLink') },
  { name: 'confirmation of a subscription, done', open: follow('subscribedLink') },
  { name: 'unsubscribing', open: follow('unsubscribeLink') },
  { name: 'unsubscribing, done', open: follow('unsubscribedLink') },

  { name: 'sign-in', open: visit('/sign-in') },
  { name: 'sign-in with errors', status: 422, open: sendEmpty('/sign-in') },
  { name: 'sign-in code, when none is waited for', open: visit('/sign-in/code') },
  { name: 'forgotten password', open: visit('/forgotten-password') },
  { name: 'forgotten password with errors', status: 422, open: sendEmpty('/forgotten-password') },
  { name: 'forgotten password, asked for', open: forgetPassword },
  { name: 'new password', open: follow('newPassword') },
  { name: 'new password with errors', status: 422, open: sendEmptyTo('newPassword') },
  { name: 'invitation', open: follow('invitation') },
  { name: 'invitation with errors', status: 422, open: sendEmptyTo('invitation') },
  { name: 'preview of a consultation', open: follow('preview') },
  { name: 'not found', status: 404, open: visit('/kranj/nothing-here') },
  { name: 'act from another site', status: 403, open: actFromAnotherSite },
  { name: 'mailbox', open: (page) => page.goto('/mailbox'), isInOneLanguage: true },
  { name: 'mail', open: (page) => page.goto('/mailbox/1'), isInOneLanguage: true },

  { name: 'desk', as: 'coordinator', open: visit('/desk') },
  { name: 'desk of an administrator', as: 'administrator', open: visit('/desk') },
  { name: 'people', as: 'administrator', open: visit('/desk/kranj/people') },
  { name: 'person', as: 'administrator', open: openPerson },
  { name: 'own account', as: 'reviewerB', open: visit('/account') },
  { name: 'own account with errors', as: 'reviewerB', status: 422, open: changePasswordToNothing },
  { name: 'second factor', as: 'reviewerB', open: visit('/account/second-factor') },
  { name: 'second factor with errors', as: 'reviewerB', status: 422, open: sendEmpty('/account/second-factor') },
  { name: 'texts of an authority', as: 'administrator', open: visit('/desk/kranj/texts') },
  { name: 'new authority', as: 'administrator', open: visit('/desk/kranj/authorities/new') },
  { name: 'new authority with errors', as: 'administrator', status: 422, open: sendEmpty('/desk/kranj/authorities/new') },
  { name: 'settings of an authority', as: 'administrator', open: visit('/desk/kranj/settings') },
  { name: 'people with errors', as: 'administrator', status: 422, open: inviteNobody },
  { name: 'inbox: my work', as: 'reviewerB', open: visit(desk) },
  { name: 'inbox: all', as: 'reviewerB', open: visit(`${desk}?view=all`) },
  { name: 'inbox, nothing found', as: 'reviewerB', open: visit(`${desk}?view=all&q=xyzzy`) },
  { name: 'response, new', as: 'reviewerB', open: openComment('new') },
  { name: 'response in work', as: 'reviewerB', open: openComment('drafted') },
  { name: 'response sent back', as: 'reviewerB', open: openComment('returned') },
  { name: 'response waiting for approval', as: 'reviewerB', open: openComment('in_approval') },
  { name: 'response waiting for approval, seen by another', as: 'reviewerC', open: openComment('in_approval') },
  { name: 'response, approved', as: 'reviewerB', open: openComment('approved') },
  { name: 'response with errors', as: 'reviewerB', status: 422, open: refuseResponse },
  { name: 'response changed by a colleague', as: 'reviewerB', status: 409, open: collide },
  { name: 'response without version', as: 'reviewerB', status: 428, open: forgetVersion },
  { name: 'new consultation', as: 'coordinator', open: visit('/desk/kranj/new') },
  { name: 'new consultation with errors', as: 'coordinator', status: 422, open: beginWithoutDays },
  { name: 'workspace, empty', as: 'coordinator', open: visit(`/desk/${preparedDraft}/overview`) },
  { name: 'workspace, open', as: 'coordinator', open: visit(`${desk}/overview`) },
  { name: 'workspace, answered', as: 'coordinator', open: visit(`/desk/${closedDraft}/overview`) },
  { name: 'workspace, refused', as: 'coordinator', status: 422, open: extendWithoutReason },
  ...['basics', 'text', 'window', 'channels', 'group', 'relations', 'phases', 'events', 'documents'].map((part) => (
    { name: `part of a consultation: ${part}`, as: 'coordinator', open: visit(`/desk/${preparedDraft}/parts/${part}`) }
  )),
  { name: 'part with errors', as: 'coordinator', status: 422, open: sendEmpty(`/desk/${preparedDraft}/parts/text`) },
  { name: 'part that stays as it is', as: 'coordinator', open: visit(`${desk}/parts/window`) },
  { name: 'history of a consultation', as: 'coordinator', open: visit(`${desk}/history`) },
  { name: 'release', as: 'coordinator', open: visit(`${desk}/release`) },
  { name: 'release, refused', as: 'coordinator', status: 409, open: refuseRelease },
  { name: 'release, done', as: 'coordinator', open: visit(`/desk/${closedDraft}/release`) },
  { name: 'notices', as: 'coordinator', open: visit(`${desk}/notices`) },
  { name: 'notices, none yet', as: 'coordinator', open: visit(`/desk/${closedDraft}/notices`) },
  { name: 'new notice', as: 'coordinator', open: visit(`${desk}/notices/new`) },
  { name: 'new notice with errors', as: 'coordinator', status: 422, open: sendEmpty(`${desk}/notices/new`) },
  { name: 'notice, rehearsal', as: 'coordinator', open: follow('rehearsal') },
  { name: 'notice, not confirmed', as: 'coordinator', status: 422, open: refuseNotice },
  { name: 'notice, report', as: 'coordinator', open: follow('report') },
];

/** Signs everybody in and makes what the pages above show. Returns the storage of each session and the world. */
export async function prepareSite(site) {
  const context = await site.newContext();
  const page = await context.newPage();
  const sessions = {};
  let world;
  for (const [role, email] of Object.entries(people)) {
    await signIn(page, email);
    sessions[role] = await context.storageState();
    if (role === 'coordinator') world = await prepare(await (await site.newContext()).newPage(), page);
    await context.clearCookies();
  }
  const administrator = await site.newContext({ storageState: sessions.administrator });
  await prepareAccounts(new Pointer(await administrator.newPage()), world);
  return { sessions, world };
}

/** Makes comments, subscriptions and notices in each of their states. */
async function prepare(page, coordinator) {
  const world = {};
  await prepareComments(new Pointer(page), world);
  await prepareSubscriptions(new Pointer(page), world);
  await prepareNotices(new Pointer(coordinator), world);
  await prepareConsultation(new Pointer(coordinator), world);
  return world;
}

async function prepareComments(hand, world) {
  const { page } = hand;
  const trackingLink = () => page.locator('main a[href*="/submissions/"]').first().getAttribute('href');
  const [waiting, confirmed] = [aComment('caka'), aComment('potrjena')];
  await submitComment(hand, waiting);
  await openMail(hand, waiting.email);
  await followLink(hand, '/confirm');
  world.commentLink = page.url();
  world.waitingComment = await trackingLink();
  await submitComment(hand, confirmed);
  await confirmComment(hand, confirmed);
  world.confirmedComment = page.url();
  await openMail(hand, confirmed.email, /Potrdite/);
  await followLink(hand, '/confirm');
  world.confirmedLink = page.url();
}

async function prepareSubscriptions(hand, world) {
  const { page } = hand;
  await subscribe(hand, 'caka@example.org');
  await openMail(hand, 'caka@example.org');
  await followLink(hand, '/confirm');
  world.subscriptionLink = page.url();
  for (const [recipient, confirm, unsubscribe] of [
    ['ostane@example.org', 'subscribedLink', 'unsubscribeLink'],
    ['odide@example.org', 'confirmedAndLeft', 'unsubscribedLink'],
  ]) {
    await subscribe(hand, recipient);
    await openMail(hand, recipient);
    await followLink(hand, '/confirm');
    await send(hand);
    world[confirm] = page.url();
    await hand.press(page.locator('main a[href$="/unsubscribe"]'));
    await page.waitForURL('**/unsubscribe');
    world[unsubscribe] = page.url();
  }
  await send(hand);
}

async function prepareNotices(hand, world) {
  const { page } = hand;
  for (const [name, isSent] of [['report', true], ['rehearsal', false]]) {
    await page.goto(`/sl${desk}/notices/new`);
    await hand.write(page.locator('#subject'), 'Okrogla miza o osnutku');
    await hand.write(page.locator('#body'), 'Vabimo na okroglo mizo.\n\nPoglejte osnutek.');
    await send(hand);
    await page.waitForURL(/\/notices\/[0-9a-f-]+\?/);
    if (isSent) {
      await hand.tick(page.locator('#confirm'));
      await sendAs(hand, 'send');
    }
    world[name] = page.url().split('?')[0];
  }
}

async function prepareConsultation(hand, world) {
  const { page } = hand;
  await page.goto('/sl/desk/kranj/new');
  await beginConsultation(hand, { title: 'V pripravi', firstDay: dayIn(20), lastDay: dayIn(55) });
  await hand.write(page.locator('#label'), 'Mestni svet');
  await send(hand, page.locator('form[action$="/overview/preview"] button'));
  await page.waitForURL('**done=preview-made');
  world.preview = await page.locator('a.hash').getAttribute('href');
}

/** Somebody is invited, and somebody has forgotten their password. */
async function prepareAccounts(hand, world) {
  const { page } = hand;
  await page.goto('/sl/desk/kranj/people');
  await hand.write(page.locator('#email'), 'povabljena@example.org');
  await hand.tick(page.locator('input[name=role][value=reviewer]'));
  await send(hand, page.locator('form.stay button[type=submit]'));
  await page.waitForURL('**done=invited');
  await forgetPassword(page, 'sl');
  for (const [name, recipient, part] of [
    ['invitation', 'povabljena@example.org', '/invitations/'],
    ['newPassword', people.reviewerC, '/new-password/'],
  ]) {
    await openMail(hand, recipient);
    world[name] = await page.locator(`section[aria-labelledby=links] a[href*="${part}"]`).first().getAttribute('href');
  }
}

/** Asks for a link to a new password. */
async function forgetPassword(page, lang) {
  await page.goto(`/${lang}/forgotten-password`);
  await new Pointer(page).write(page.locator('#email'), people.reviewerC);
  await send(new Pointer(page));
}

async function openPerson(page, lang) {
  await page.goto(`/${lang}/desk/kranj/people`);
  await page.locator('tbody th a').first().click();
  await page.waitForURL(/\/people\/[0-9a-f-]+$/);
}

async function changePasswordToNothing(page, lang) {
  await page.goto(`/${lang}/account`);
  await send(new Pointer(page), page.locator('form[action$="/account/password"] button'));
}

/** A consultation needs its days. */
async function beginWithoutDays(page, lang) {
  await page.goto(`/${lang}/desk/kranj/new`);
  await sendAs(new Pointer(page), 'save');
}

/** An extension needs a reason. */
async function extendWithoutReason(page, lang) {
  await page.goto(`/${lang}${desk}/overview`);
  await send(new Pointer(page), page.locator('form[action$="/extend"] button'));
}

/** An address of the world, in the language asked for. */
function follow(name) {
  return (page, lang, world) => page.goto(world[name].replace(/\/(sl|en)\//, `/${lang}/`));
}

/** A form sent as it is found. */
function sendEmpty(path) {
  return async (page, lang) => {
    await page.goto(`/${lang}${path}`);
    await send(new Pointer(page));
  };
}

/** The same behind a link of the world. */
function sendEmptyTo(name) {
  return async (page, lang, world) => {
    await follow(name)(page, lang, world);
    await send(new Pointer(page));
  };
}

async function inviteNobody(page, lang) {
  await page.goto(`/${lang}/desk/kranj/people`);
  await send(new Pointer(page), page.locator('form.stay button[type=submit]'));
}

function commentOn(draft) {
  return async (page, lang) => {
    await page.goto(`/${lang}/${draft}`);
    const { kind, body, name, email } = aComment('prepozno');
    const about = { section: '1', paragraph: '1', idempotency_key: `${draft} ${lang}` };
    const fields = { ...about, kind, body, proposed_text: body, submitter_kind: 'individual', name, email };
    await post(page, `/${lang}/${draft}/comment`, fields);
  };
}

async function openReceipt(page, lang) {
  await submitComment(new Pointer(page), aComment(`prejeto.${lang}`), { lang });
}

async function mistypeAddress(page, lang) {
  await openReceipt(page, lang);
  await page.locator('details summary').first().click();
  await page.locator('#email').fill('not-an-address');
  await send(new Pointer(page), page.locator('form[action$="/address"] button'));
}

async function actFromAnotherSite(page, lang) {
  await page.goto(`/${lang}/sign-in`);
  const address = page.url();
  await page.goto('about:blank');
  await post(page, address, { email: '', password: '' });
}

/** The first comment of the open consultation in a state. */
function openComment(state) {
  return async (page, lang) => {
    await page.goto(`/${lang}${desk}?view=all&state=${state}`);
    await page.locator('table.rows th a').first().click();
    await page.waitForURL('**/comments/*');
  };
}

async function refuseResponse(page, lang) {
  await openComment('new')(page, lang);
  await page.locator('input[name=disposition][value=not_accepted]').check();
  await sendAs(new Pointer(page), 'submit');
}

/** Saves the response behind the back of the open form, then sends the form. */
async function collide(page, lang) {
  await openComment('drafted')(page, lang);
  const version = await page.locator('input[name=version]').first().inputValue();
  const form = { version, disposition: 'noted', reason: `Hitreje (${lang})`, action: 'save' };
  await page.request.post(page.url(), { form });
  await page.locator('#reason').fill('Prepozno');
  await sendAs(new Pointer(page), 'save');
}

async function forgetVersion(page, lang) {
  await openComment('drafted')(page, lang);
  await post(page, page.url(), { reason: 'Brez različice', action: 'save' });
}

async function refuseRelease(page, lang) {
  await page.goto(`/${lang}${desk}/release`);
  await post(page, page.url(), { confirm: 'true' });
}

async function refuseNotice(page, lang, world) {
  await follow('rehearsal')(page, lang, world);
  await sendAs(new Pointer(page), 'send');
}

/** Sends a form that the page does not offer. */
export async function post(page, url, fields) {
  await Promise.all([
    page.waitForEvent('load'),
    page.evaluate(
      ([action, values]) => {
        const form = Object.assign(document.createElement('form'), { method: 'post', action });
        for (const [name, value] of Object.entries(values)) {
          form.append(Object.assign(document.createElement('textarea'), { name, value }));
        }
        document.body.append(form);
        form.submit();
      },
      [url, fields],
    ),
  ]);
}
