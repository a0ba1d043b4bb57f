// Pages that are visited with a finger alone.
import assert from 'node:assert/strict';
import { buyer, listIsThere, openDemoPage, settled } from './demo.mjs';
import { password } from './portal.mjs';
import { Finger, screens } from './touch.mjs';

/** Fewer pixels where many frames are drawn and none is looked at: they are painted by the processor. */
export async function open({ browser }, size, short = 'en', more = {}) {
    const page = await openDemoPage(browser, 'phone', short, { ...screens[size], ...more });
    return { page, finger: await Finger.on(page) };
}

export async function close(page) {
    assert.deepEqual(page.complaints, []);
    await page.context().close();
}

/** Logs in by touch; whoever asked for another page than the list is led there. */
export async function logIn({ page, finger }, portal, { path = '/', email = buyer } = {}) {
    await page.goto(`${portal.base}${path}`);
    await finger.tap(page.locator('input[name=email]'));
    await finger.write(email);
    await finger.tap(page.locator('input[name=password]'));
    await finger.write(password);
    await finger.tap(page.locator('button[type=submit]').first());
    await page.waitForURL((url) => url.pathname !== '/login');
}

/** A visit whose person is logged in and sees the list. */
export async function atList(context, size, short) {
    const visit = await open(context, size, short);
    await logIn(visit, context.portal);
    await listIsThere(visit.page);
    await settled(visit.page);
    return visit;
}
