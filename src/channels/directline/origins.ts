/** Decides from which pages a browser may call. `host` is the server's own, with port. */
export type OriginPolicy = (origin: string, host: string) => boolean;

/**
 * Same origin always. Beyond that the listed origins (`https://shop.example`, `*` for all); without a list every
 * loopback page, so that a page under development works.
 */
export function originPolicy(allowed: readonly string[] | undefined): OriginPolicy {
  return (origin, host) => {
    if (isSameOrigin(origin, host)) return true;
    if (allowed) return allowed.includes('*') || allowed.includes(origin);
    return isLoopback(origin);
  };
}

/** Scheme is left out on purpose: behind a proxy that ends TLS the server does not know its own. */
export function isSameOrigin(origin: string, host: string): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  return url !== undefined && url.host !== '' && url.host === host.toLowerCase();
}

function isLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Headers of an answer to a page that may read it. */
export const corsHeaders = (origin: string): { readonly [header: string]: string } => ({
  'access-control-allow-origin': origin,
  vary: 'origin',
});

export const PREFLIGHT_HEADERS = {
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'access-control-max-age': '600',
} as const;
