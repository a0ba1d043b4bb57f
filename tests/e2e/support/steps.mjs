// What people do in the portal, through roles and labels only.
import { password } from './portal.mjs';
import { press } from './browser.mjs';

export async function logIn(page, device, portal, email) {
    await page.goto(`${portal.base}/`);
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(password);
    await press(page, device, page.locator('button[type=submit]').first());
    await page.waitForURL((url) => url.pathname.startsWith('/orders'));
}

/** Links that lead to an order, as the list shows them. */
export function orderLinks(page) {
    return page.locator('main a[href^="/orders/"]');
}

export function orderLink(page, number) {
    return page.getByRole('link', { name: number }).first();
}

export function heading(page, name) {
    return page.getByRole('heading', { level: 1, name });
}

/** Number of frames drawn while nobody does anything for `seconds`. */
export async function idleFrames(page, seconds) {
    await page.mouse.move(1, 1).catch(() => {});
    await page.waitForTimeout(800);
    const before = await page.evaluate(() => window.Orderdeck.scheduler.frames);
    await page.waitForTimeout(seconds * 1000);
    return (await page.evaluate(() => window.Orderdeck.scheduler.frames)) - before;
}
