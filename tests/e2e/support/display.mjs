// A screen that nobody looks at: browsers without a headless WebGL open a real window on it.
import { spawn } from 'node:child_process';

/** Starts Xvfb on a free number; returns {name: ":99", close()}. */
export function openDisplay() {
    return new Promise((resolve, reject) => {
        const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
            stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        });
        server.once('error', reject);
        server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
        let text = '';
        server.stdio[3].on('data', (chunk) => {
            text += chunk;
            if (text.includes('\n')) resolve({ name: `:${text.trim()}`, close: () => stop(server) });
        });
    });
}

/** Ends a child process and waits until it is gone. */
export function stop(child) {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    });
}
