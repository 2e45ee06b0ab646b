// Starts `posvet demo`, with samples or empty, on a free port, with data of its own that is thrown away at the end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const binary = process.env.POSVET_BIN ?? resolve(import.meta.dirname, '../../../target/debug/posvet');
const startDeadline = 60_000;
const stopDeadline = 10_000;

/** How each kind of server is started on a port, and how it says where it answers. */
const kinds = {
  demo: {
    words: (data, port) => ['demo', '--data', data, '--port', String(port)],
    told: /^ {2}(http:\/\/127\.0\.0\.1:\d+)\/mailbox$/m,
  },
  empty: {
    words: (data, port) => ['demo', '--empty', '--data', data, '--port', String(port)],
    told: /^ {2}(http:\/\/127\.0\.0\.1:\d+)\/mailbox$/m,
  },
};

/** A server: its address, and what has become of its mails. */
export class Demo {
  #process;
  #output = '';
  #data;
  #kind;
  base;

  /** Starts with fresh samples, or, as `empty`, with nothing at all. */
  static async start(kind = 'demo') {
    const demo = new Demo();
    demo.#kind = kinds[kind];
    demo.#data = await mkdtemp(join(tmpdir(), 'posvet-browser-'));
    await demo.#serve(0).catch(async (error) => {
      await demo.stop();
      throw error;
    });
    return demo;
  }

  /** Stops and starts again on the same data, with the clock moved by so many days. */
  async restartInDays(days) {
    await this.#halt();
    await this.#serve(days * 24 * 60 * 60);
  }

  /** Stops and removes the data. */
  async stop() {
    await this.#halt();
    await rm(this.#data, { recursive: true, force: true });
  }

  /** Where the first administrator of an empty installation is made: the path of the page. */
  async setUpPath() {
    return this.#output.match(/http:\/\/127\.0\.0\.1:\d+(\/sl\/set-up\/\S+)/)[1];
  }

  /** The mails as they left, headers and all, those to `recipient` only if one is given. */
  async mails(recipient = '') {
    const folder = join(this.#data, 'mail');
    const names = await readdir(folder).catch(() => []);
    const mails = await Promise.all(
      names.filter((name) => name.endsWith('.eml')).map((name) => readFile(join(folder, name), 'utf8')),
    );
    return mails.filter((mail) => !recipient || new RegExp(`^To:.*${recipient}`, 'mi').test(mail));
  }

  /** Waits until `count` mails have left that `matches`, and returns them. */
  async waitForMails(count, matches, recipient = '') {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const mails = (await this.mails(recipient)).filter(matches);
      if (mails.length >= count) return mails;
      if (Date.now() > deadline) throw new Error(`${mails.length} of ${count} mails after 30 s`);
      await pause(100);
    }
  }

  async #serve(offsetSeconds) {
    const port = await freePort();
    const { words, told: tells } = this.#kind;
    this.#process = spawn(binary, words(this.#data, port), {
      cwd: this.#data,
      env: { ...process.env, POSVET__CLOCK__OFFSET_SECONDS: String(offsetSeconds) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const child = this.#process;
    let failure;
    child.once('error', (error) => (failure = error));
    process.once('exit', () => child.kill('SIGKILL'));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => (this.#output += text));
    }
    // The demonstration takes the next port when somebody was faster, and says so.
    const deadline = Date.now() + startDeadline;
    while (!failure && child.exitCode === null && Date.now() < deadline) {
      const told = this.#output.match(tells);
      if (told && (await isReady(told[1]))) {
        this.base = told[1];
        return;
      }
      await pause(50);
    }
    child.kill('SIGKILL');
    throw new Error(`posvet did not start:\n${this.#output}`, { cause: failure });
  }

  async #halt() {
    const child = this.#process;
    this.#output = '';
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const impatient = setTimeout(() => child.kill('SIGKILL'), stopDeadline);
    await gone;
    clearTimeout(impatient);
  }
}

async function isReady(base) {
  const answer = await fetch(`${base}/readyz`).catch(() => null);
  return answer?.ok ?? false;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
