import type { FastifyInstance } from 'fastify';
import { LANGUAGES, type Language } from '../base/language.js';
import { type Asset, assetOf, sendAsset } from './page.js';
import type { Welcome } from './welcome.js';

/** Where the build leaves room for them. */
const PLACE = '"%GREETINGS%"';

/** The widget's script with the greetings in it: what is shown first needs no further request. */
export const withGreetings = (script: string, welcome: (language: Language) => Welcome): string =>
  // A function, because `$` in a greeting is no pattern.
  script.replace(PLACE, () => JSON.stringify(Object.fromEntries(LANGUAGES.map((language) => [language, welcome(language)]))));

/** `GET /widget.js`: the chat for any page, as the present pack greets. */
export function serveWidget(app: FastifyInstance, plain: Asset | undefined, welcome: ((language: Language) => Welcome) | undefined): void {
  let last: { readonly script: string; readonly asset: Asset } | undefined;

  async function present({ type, bytes }: Asset, greet: (language: Language) => Welcome): Promise<Asset> {
    const script = withGreetings(`${await bytes.get('identity')?.()}`, greet);
    if (last?.script !== script) last = { script, asset: assetOf(type, Buffer.from(script)) };
    return last.asset;
  }

  app.get('/widget.js', async (request, reply) => {
    // Pages of other origins load it, also those that isolate themselves.
    reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
    return sendAsset(plain && welcome ? await present(plain, welcome) : plain, request, reply);
  });
}
