// A finger and nothing else: taps, swipes and long presses as the browser gets them from a screen, and text as input
// methods write it. No mouse, no keyboard.
import assert from 'node:assert/strict';
import { eventually } from './test.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export const screens = {
    phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
    'small phone': { viewport: { width: 320, height: 568 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
};

export class Finger {
    static async on(page) {
        const finger = new Finger();
        finger.page = page;
        finger.cdp = await page.context().newCDPSession(page);
        return finger;
    }

    touch(type, points) {
        return this.cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
    }

    async tapAt(x, y) {
        await this.touch('touchStart', [[x, y]]);
        await this.touch('touchEnd', []);
    }

    async pressLong(x, y) {
        await this.touch('touchStart', [[x, y]]);
        await pause(900);
        await this.touch('touchEnd', []);
    }

    /** Drags from one point to another and rests before it lifts, so that nothing flies on. */
    async drag([x, y], [toX, toY], steps = 6) {
        await this.touch('touchStart', [[x, y]]);
        for (let i = 1; i <= steps; i++) {
            await this.touch('touchMove', [[x + ((toX - x) * i) / steps, y + ((toY - y) * i) / steps]]);
            await pause(16);
        }
        await pause(120);
        await this.touch('touchMove', [[toX, toY]]);
        await this.touch('touchEnd', []);
        await pause(60);
    }

    /** Moves what is under the finger until the middle of the element can be tapped; returns that point. */
    async reach(locator) {
        await locator.first().waitFor({ state: 'attached' });
        for (let i = 0; i < 60; i++) {
            const at = await locator.first().evaluate(placeOf);
            if (at.free) return at.middle;
            const [x, y] = at.grip;
            await this.drag([x, y], [x + at.way[0], y + at.way[1]]);
        }
        throw new Error(`The finger never reached ${locator}`);
    }

    async tap(locator) {
        const [x, y] = await this.reach(locator);
        await this.tapAt(x, y);
    }

    /** What an input method does: it composes, then writes. */
    async compose(preedit, text) {
        await this.cdp.send('Input.imeSetComposition', { text: preedit, selectionStart: preedit.length, selectionEnd: preedit.length });
        await this.cdp.send('Input.insertText', { text });
    }

    write(text) {
        return this.cdp.send('Input.insertText', { text });
    }
}

/* Runs in the page: where the middle of the element is, whether a tap there hits it, else what to drag which way. */
function placeOf(element) {
    const box = element.getBoundingClientRect();
    const middle = [box.x + box.width / 2, box.y + box.height / 2];
    const scroller = element.closest('.scroll-x, .scroll-y');
    const hit = document.elementFromPoint(...middle);
    const isHit = hit !== null && (element.contains(hit) || hit.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(hit)));
    if (isHit && !hit?.matches('.scroll-y, .scroll-x')) return { free: true, middle };
    const outer = (window) => {
        const frame = window.getBoundingClientRect();
        const centre = [frame.x + frame.width / 2, frame.y + frame.height / 2];
        const sideways = window.matches('.scroll-x');
        const away = sideways ? centre[0] - middle[0] : centre[1] - middle[1];
        const most = (sideways ? frame.width : frame.height) * 0.8;
        const by = Math.max(-most, Math.min(most, Math.abs(away) < 20 ? Math.sign(away) * 40 : away));
        const grip = sideways ? [centre[0] - by / 2, centre[1]] : [centre[0], centre[1] - by / 2];
        return { free: false, grip, way: sideways ? [by, 0] : [0, by] };
    };
    const inside = (window) => {
        const frame = window.getBoundingClientRect();
        return middle[0] > frame.left && middle[0] < frame.right && middle[1] > frame.top && middle[1] < frame.bottom;
    };
    if (scroller && !inside(scroller)) return outer(scroller.matches('.scroll-x') && (middle[1] < 0 || middle[1] > innerHeight) ? scroller.parentElement.closest('.scroll-y') : scroller);
    return outer(scroller?.parentElement.closest('.scroll-y') ?? scroller ?? document.querySelector('.scroll-y'));
}

/**
 * Targets that a fingertip would miss: less than 44 px to both sides together, 24 where a link or disclosure stands in
 * text. Measured by asking what a tap would hit, since small controls take the touches around them.
 */
export async function assertTargets(page, what) {
    await page.evaluate(() => document.activeElement?.blur?.());
    const faults = await page.evaluate(smallTargets);
    assert.deepEqual(faults, [], `small targets on ${what}`);
}

/* Runs in the page. */
async function smallTargets() {
    const selector = 'a[href], button, input:not([type=hidden]), select, textarea, [role=option]';
    const all = [...document.querySelectorAll(selector)].filter((element) => !element.closest('[inert]') && element.getAttribute('aria-disabled') !== 'true' && !element.disabled);
    const faults = [];
    const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (const element of all) {
        if (!element.isConnected) continue;
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        await twoFrames();
        if (!element.isConnected) continue;
        const box = element.getBoundingClientRect();
        if (box.width === 0) continue;
        const x = box.x + box.width / 2, y = box.y + box.height / 2;
        const owns = (px, py) => {
            const hit = document.elementFromPoint(px, py);
            return hit !== null && (element.contains(hit) || [...(element.labels ?? [])].some((label) => label.contains(hit)));
        };
        const reach = (dx, dy) => {
            let d = 0;
            while (d < 44 && owns(x + dx * (d + 1), y + dy * (d + 1))) d++;
            return d;
        };
        const name = (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).trim().slice(0, 40);
        if (!owns(x, y)) { faults.push(`${element.tagName} "${name}": its middle belongs to something else`); continue; }
        const width = reach(-1, 0) + reach(1, 0) + 1, height = reach(0, -1) + reach(0, 1) + 1;
        if (width < 44 || height < 44) faults.push(`${element.tagName} "${name}": ${width} x ${height} px`);
    }
    return faults;
}

/** Until the element's scroller has come to rest. */
export async function atRest(page, scroller = 'main') {
    let last = -1;
    await eventually('rest', async () => {
        const now = await page.locator(scroller).evaluate((element) => element.scrollTop);
        const same = now === last;
        last = now;
        await pause(80);
        return same;
    });
    return last;
}
