// The words of the portal, so that tests find things as a person does: by what they are called.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './portal.mjs';

/** Returns say(id, {name: value}) for a language; plural messages take their "other" form. */
export function words(language) {
    const messages = JSON.parse(readFileSync(join(repository, 'assets', 'i18n', `${language}.json`), 'utf8'));
    return (id, values = {}) => {
        const message = messages[id];
        if (message === undefined) throw new Error(`No message ${id} in ${language}`);
        const pattern = typeof message === 'string' ? message : message.other;
        return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? `{${name}}`);
    };
}

export const languages = { en: { tag: 'en', locale: 'en-GB' }, zh: { tag: 'zh-CN', locale: 'zh-CN' } };
