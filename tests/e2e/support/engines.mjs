// Firefox and WebKitGTK behind one small interface: goto, back, evaluate, click, type, press, close.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { stop } from './display.mjs';
import { freePort } from './portal.mjs';
import { WebDriver } from './webdriver.mjs';

class Firefox {
    /** Without a window there is no WebGL; with one, but no window manager, it may not be active and tell no focus events. */
    static async open(display, { headless = false } = {}) {
        const browser = await puppeteer.launch({
            browser: 'firefox',
            executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
            headless,
            env: { ...process.env, DISPLAY: display },
            defaultViewport: null,
            // Firefox refuses WebGL on software renderers; ours is one.
            extraPrefsFirefox: { 'webgl.force-enabled': true, 'intl.accept_languages': 'en-GB' },
        });
        // The page that is there from the start never has the focus and tells no focus events.
        return new Firefox(browser, await browser.newPage());
    }

    constructor(browser, page) {
        this.browser = browser;
        this.page = page;
    }

    goto(url) {
        return this.page.goto(url, { waitUntil: 'load', timeout: 60000 });
    }

    back() {
        return this.page.evaluate(() => history.back());
    }

    async evaluate(work, ...args) {
        const handle = await this.page.evaluateHandle(work, ...args);
        return handle.asElement() ?? handle.jsonValue();
    }

    click(element) {
        return element.click();
    }

    type(element, text) {
        return element.type(text);
    }

    /** Keys where the focus is, one after the other; unlike type() it leaves the selection as it is. */
    write(text) {
        return this.page.keyboard.type(text);
    }

    /** Presses keys by their names: Tab, Shift+Tab, Escape, Enter, Space, ArrowDown. */
    async press(keys) {
        const names = keys.split('+'), last = names.pop();
        for (const name of names) await this.page.keyboard.down(name);
        await this.page.keyboard.press(last);
        for (const name of names) await this.page.keyboard.up(name);
    }

    close() {
        return this.browser.close();
    }
}

class WebKit {
    static async open(display) {
        const port = await freePort();
        // Mesa's software renderer, and pictures by shared memory: there is no graphics device to pass buffers through.
        const env = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', LANGUAGE: 'en_GB', LC_ALL: 'C.UTF-8' };
        delete env.WAYLAND_DISPLAY;
        const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' });
        const session = await WebDriver.open(`http://127.0.0.1:${port}`, {
            browserName: 'MiniBrowser',
            'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
        }).catch(async (error) => {
            await stop(driver);
            throw error;
        });
        const close = session.close.bind(session);
        session.close = async () => {
            await close().catch(() => {});
            await stop(driver);
        };
        return session;
    }
}

/** Debian keeps WebKitGTK's browser for tests beside the library. */
function miniBrowser() {
    for (const folder of readdirSync('/usr/lib', { withFileTypes: true })) {
        for (const version of ['4.1', '4.0', '6.0']) {
            const path = `/usr/lib/${folder.name}/webkit2gtk-${version}/MiniBrowser`;
            if (existsSync(path)) return path;
        }
    }
    throw new Error('MiniBrowser is not there: install webkit2gtk-driver');
}

export const engines = { Firefox, WebKitGTK: WebKit };
