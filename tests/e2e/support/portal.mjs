// A real server on a store of its own, and the command line that fills it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const program = process.env.ORDERDECK_PROGRAM ?? join(repository, 'build', 'native', 'server', 'orderdeck');
const site = process.env.ORDERDECK_SITE ?? join(repository, 'build', 'wasm', 'site');

/** A password that the rules accept; the accounts exist only in a temporary store. */
export const password = 'correct horse battery staple 7';

export function freePort() {
    return new Promise((resolve, reject) => {
        const probe = createServer();
        probe.on('error', reject);
        probe.listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}

export class Portal {
    constructor() {
        this.dataDir = mkdtempSync(join(tmpdir(), 'orderdeck-e2e-'));
    }

    /** Runs a command of the program on this store and returns its standard output. */
    command(args, input = '') {
        const done = spawnSync(program, [...args, '--data-dir', this.dataDir], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
        if (done.status !== 0) throw new Error(`orderdeck ${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
        return done.stdout;
    }

    commandJson(args, input) {
        return JSON.parse(this.command([...args, '--json'], input));
    }

    addUser(account, email, name) {
        const named = name === undefined ? [] : ['--name', name];
        this.command(['user', 'add', '--account', account, '--email', email, ...named], `${password}\n`);
    }

    async start() {
        this.port = await freePort();
        this.base = `http://127.0.0.1:${this.port}`;
        this.output = '';
        this.process = spawn(program, ['serve', '--data-dir', this.dataDir, '--site', site, '--port', String(this.port)]);
        this.process.stdout.on('data', (chunk) => (this.output += chunk));
        this.process.stderr.on('data', (chunk) => (this.output += chunk));
        const end = Date.now() + 20000;
        for (;;) {
            const answer = await fetch(`${this.base}/readyz`).catch(() => undefined);
            if (answer?.ok) return this;
            if (this.process.exitCode !== null || Date.now() > end) throw new Error(`The server did not start:\n${this.output}`);
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
    }

    async stop() {
        if (this.process && this.process.exitCode === null) {
            const gone = new Promise((resolve) => this.process.once('exit', resolve));
            this.process.kill('SIGTERM');
            const timer = setTimeout(() => this.process.kill('SIGKILL'), 10000);
            await gone;
            clearTimeout(timer);
        }
        this.process = undefined;
    }

    async destroy() {
        await this.stop();
        rmSync(this.dataDir, { recursive: true, force: true });
    }
}
