// A suite shares one expensive context (a server with data, a browser); its tests run in the order written.

export const collected = [];

/** Thrown by a test that cannot run here, with the reason. */
export class SkipTest extends Error {}

/**
 * Declares a suite. `setup` makes the context that every test gets; `teardown` receives it, or undefined when setup
 * failed.
 */
export function suite(name, { setup, teardown }, define) {
    const tests = [];
    define((testName, run) => tests.push({ name: testName, run }));
    collected.push({ name, setup, teardown, tests });
}

/** Waits until `probe` returns something truthy and returns it; the message names what never came. */
export async function eventually(what, probe, timeoutMs = 15000) {
    const end = Date.now() + timeoutMs;
    let last;
    for (;;) {
        last = await probe();
        if (last) return last;
        if (Date.now() > end) throw new Error(`${what} did not happen within ${timeoutMs} ms (last: ${last})`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
