// One server and one browser for a test file; each test gets a browser context of its own.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { Demo } from './server.mjs';

// The flags a headless Chromium needs as root and on a machine without network.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A host name that is not this machine's own, for `namedBase`; `.test` exists nowhere else (RFC 6761).
  '--host-resolver-rules=MAP posvet.test 127.0.0.1',
];
/** Longest time one step of a test may take. */
const patience = 20_000;

export const password = 'posvet-demo-2026';
export const people = {
  coordinator: 'koordinatorka@example.org',
  reviewerB: 'clanica.b@example.org',
  reviewerC: 'clan.c@example.org',
  administrator: 'skrbnik@example.org',
};

/** Starts server and browser before the tests of a file, lets `prepare` set up what they need, stops both after. */
export function openSite(prepare = async () => {}, kind = 'demo') {
  const site = new Site(kind);
  before(async () => {
    await site.start();
    await prepare(site);
  });
  after(() => site.stop());
  return site;
}

class Site {
  demo;
  #browser;
  #kind;

  constructor(kind) {
    this.#kind = kind;
  }

  async start() {
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
    this.demo = await Demo.start(this.#kind);
    this.#browser = await chromium.launch({ executablePath, args: flags });
  }

  async stop() {
    await this.#browser?.close();
    await this.demo?.stop();
  }

  get base() {
    return this.demo.base;
  }

  /** The same by name over plain http: for browsers no longer an address they trust. */
  get namedBase() {
    return this.base.replace('127.0.0.1', 'posvet.test');
  }

  /**
   * A page in a fresh context. At the end of the test `t` it must turn out that it asked nobody but the server for
   * anything, that the server never failed, and that the browser had nothing to complain about.
   */
  async newPage(t, options = {}) {
    const context = await this.newContext(options);
    const page = await context.newPage();
    const troubles = watch(page, options.baseURL ?? this.base);
    t.after(async () => {
      await context.close();
      assert.deepEqual(troubles, []);
    });
    return page;
  }

  /** A context that nobody closes but the end of the file. */
  async newContext(options = {}) {
    const context = await this.#browser.newContext({
      baseURL: this.base,
      locale: 'sl-SI',
      timezoneId: 'Europe/Ljubljana',
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    context.setDefaultTimeout(patience);
    return context;
  }

  /** A page on which somebody of the staff has signed in. */
  async signedIn(t, email, options = {}) {
    const page = await this.newPage(t, options);
    await signIn(page, email);
    return page;
  }
}

export async function signIn(page, email, lang = 'sl') {
  await page.goto(`/${lang}/sign-in`);
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(password);
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL(`**/${lang}/desk`);
}

/** Notes every request to somebody else, every answer 5xx, every error the browser reports. */
function watch(page, base) {
  const troubles = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== base) troubles.push(`request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // Chromium also reports each answer 4xx, which tests ask for on purpose.
    const isStatus = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isStatus) troubles.push(`console: ${message.text()}`);
  });
  return troubles;
}
