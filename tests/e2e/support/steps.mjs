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

export function heading(page, name) {
    return page.getByRole('heading', { level: 1, name });
}

/**
 * Number of frames drawn while nobody does anything for `seconds`. Told ages ("12 min ago") are drawn anew once a
 * minute, so when that fell into the window, the next one counts: a loop would draw in both.
 */
export async function idleFrames(page, seconds) {
    await page.mouse.move(1, 1).catch(() => {});
    await page.waitForTimeout(800);
    const frames = () => page.evaluate(() => window.Orderdeck.scheduler.frames);
    for (let tries = 0; ; tries++) {
        const before = await frames();
        await page.waitForTimeout(seconds * 1000);
        const drawn = (await frames()) - before;
        if (drawn === 0 || tries === 1) return drawn;
    }
}
