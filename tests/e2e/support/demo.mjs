// A small demo portal that is the same on every day: invented orders of a fixed day, seen by a browser whose clock says
// that day, so that ages and dates stay what they are in the committed snapshots.
import { openPage } from './browser.mjs';
import { Portal } from './portal.mjs';
import { logIn, orderLinks } from './steps.mjs';
import { eventually } from './test.mjs';
import { languages, words } from './words.mjs';

export const demoDay = '2026-06-15';
const demoNow = new Date(`${demoDay}T10:00:00+08:00`);
export const buyer = 'buyer@example.com';

/** A started portal with 60 orders and one log-in of a company that has some of them. */
export async function demoPortal() {
    const portal = new Portal();
    portal.command(['demo', '--orders', '60', '--seed', '1', '--today', demoDay]);
    const account = portal.commandJson(['account', 'list']).accounts.find((a) => a.orders > 0 && a.parent === null);
    portal.account = account.code;
    portal.addUser(account.code, buyer);
    return portal.start();
}

/** A page of a browser whose date is the demo's day; timers run as ever. `short` is en or zh. */
export async function openDemoPage(browser, device, short, more = {}) {
    const page = await openPage(browser, device, languages[short].locale, more);
    await page.clock.setFixedTime(demoNow);
    return Object.assign(page, { device, say: words(languages[short].tag) });
}

/** The same, logged in, with the list on it. */
export async function visitDemo({ portal, browser }, device, short, more) {
    const page = await openDemoPage(browser, device, short, more);
    await logIn(page, device, portal, buyer);
    await listIsThere(page);
    return page;
}

export function listIsThere(page) {
    return eventually('the list', async () => (await orderLinks(page).count()) >= 3, 40000);
}

/** The button that opens the account menu, on a phone the last tab. */
export function accountButton(page) {
    return page.getByRole('button', { name: page.say(page.device === 'phone' ? 'nav.more' : 'account.menu') }).first();
}

/** Until two frames in a row changed nothing in the mirror. */
export async function settled(page) {
    // What was scrolled is told to the page in its next frame, and drawn in the one after.
    await page.evaluate(() => new Promise((done) => {
        delete window.settledState;
        requestAnimationFrame(() => requestAnimationFrame(done));
    }));
    await page.waitForFunction(() => {
        const { mirror, scheduler } = window.Orderdeck;
        const state = `${scheduler.frames} ${mirror.page.childElementCount}`;
        const same = window.settledState === state && !scheduler.pending;
        window.settledState = state;
        return same;
    }, undefined, { polling: 120 });
}
