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
 * minute and polls have their time: the window begins when none of that is due within it, so every frame in it is stray.
 * A page that always has something due soon, or never stops drawing, fails here, too.
 */
export async function idleFrames(page, seconds) {
    await page.mouse.move(1, 1).catch(() => {});
    const window = seconds * 1000;
    await page.waitForFunction(
        (length) => {
            const { scheduler } = globalThis.Orderdeck;
            return !scheduler.pending && !(scheduler.due - performance.now() < length);
        },
        window + 500,
        { polling: 100, timeout: 30000 },
    );
    const frames = () => page.evaluate(() => globalThis.Orderdeck.scheduler.frames);
    const before = await frames();
    await page.waitForTimeout(window);
    return (await frames()) - before;
}

/** From any page to the settings, by the account menu. */
export async function openSettings(page, device, say) {
    await press(page, device, page.getByRole('button', { name: say(device === 'phone' ? 'nav.more' : 'account.menu') }).first());
    await press(page, device, page.getByRole('menuitem', { name: say('account.settings') }));
    await heading(page, say('settings.title')).waitFor();
}

/** On the settings page: another language, saved; `label` is what it calls itself. Returns when it is in force. */
export async function saveLanguage(page, device, say, label, title) {
    await page.getByLabel(say('settings.language'), { exact: true }).selectOption({ label });
    await press(page, device, page.getByRole('button', { name: say('settings.save'), exact: true }));
    await heading(page, title).waitFor();
}
