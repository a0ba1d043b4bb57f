// Headless Chromium with WebGL2 in software, and a page that remembers everything it complained about.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { repository } from './portal.mjs';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
    '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
];

export const devices = {
    desk: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
    phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
};

export function launch() {
    return chromium.launch({ executablePath, args });
}

/** Opens a page whose console errors, exceptions and CSP violations are collected in `page.complaints`. */
export async function openPage(browser, device, locale, more = {}) {
    const context = await browser.newContext({ ...devices[device], locale, timezoneId: 'Asia/Shanghai', ...more });
    const page = await context.newPage();
    page.complaints = [];
    page.on('pageerror', (error) => page.complaints.push(`exception: ${error.message}`));
    page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) page.complaints.push(`${message.type()}: ${message.text()}`);
    });
    await page.exposeFunction('reportViolation', (text) => page.complaints.push(`CSP: ${text}`));
    await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) =>
            window.reportViolation(`${event.violatedDirective} ${event.blockedURI}`));
    });
    return page;
}

/** Keeps a picture for people to look at; nothing is compared by pixel. */
export async function picture(page, name) {
    const folder = join(repository, 'build', 'screenshots');
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Clicks or taps, as the device's user would. */
export function press(page, device, locator) {
    return device === 'phone' ? locator.tap() : locator.click();
}
