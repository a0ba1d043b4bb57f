// The few commands of W3C WebDriver that the smoke flow needs, as plain HTTP.
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

export class WebDriver {
    /** Starts a session at a driver such as "http://127.0.0.1:4444"; the driver may still be starting. */
    static async open(driver, capabilities) {
        const end = Date.now() + 30000;
        for (;;) {
            const ready = await fetch(`${driver}/status`).then((answer) => answer.ok, () => false);
            if (ready) break;
            if (Date.now() > end) throw new Error(`${driver} does not answer`);
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
        const { sessionId } = await command('POST', `${driver}/session`, { capabilities: { alwaysMatch: capabilities } });
        return new WebDriver(`${driver}/session/${sessionId}`);
    }

    constructor(session) {
        this.session = session;
    }

    goto(url) {
        return command('POST', `${this.session}/url`, { url });
    }

    back() {
        return command('POST', `${this.session}/back`, {});
    }

    /** Runs a function in the page. It returns JSON or an element; its arguments are JSON. */
    evaluate(work, ...args) {
        const script = `return (${work}).apply(null, arguments)`;
        return command('POST', `${this.session}/execute/sync`, { script, args });
    }

    click(element) {
        return command('POST', `${this.session}/element/${element[elementKey]}/click`, {});
    }

    type(element, text) {
        return command('POST', `${this.session}/element/${element[elementKey]}/value`, { text });
    }

    /** Keys where the focus is, one after the other; unlike type(), which goes to the end, it leaves the selection as it is. */
    write(text) {
        const keys = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
        return command('POST', `${this.session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: keys }] });
    }

    /** Presses keys by their names: Tab, Shift+Tab, Escape, Enter, Space, ArrowDown. */
    press(keys) {
        const codes = { Tab: '\uE004', Shift: '\uE008', Escape: '\uE00C', Enter: '\uE007', Space: ' ', ArrowDown: '\uE015' };
        const names = keys.split('+').map((name) => codes[name] ?? name);
        const down = names.map((value) => ({ type: 'keyDown', value })), up = names.reverse().map((value) => ({ type: 'keyUp', value }));
        return command('POST', `${this.session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] });
    }

    close() {
        return command('DELETE', this.session);
    }
}

async function command(method, url, body) {
    const answer = await fetch(url, { method, body: body && JSON.stringify(body), headers: { 'content-type': 'application/json' } });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${new URL(url).pathname}: ${value?.error}: ${value?.message}`);
    return value;
}
