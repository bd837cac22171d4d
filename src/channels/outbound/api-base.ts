import { z } from 'zod';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether secrets may travel to this address: over TLS, or to this machine. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))) && username === '' && password === '';
}

/** Where a platform's API is: its own address unless another one is set, without a slash at the end. */
export const apiBase = (usual: string) =>
  z
    .string()
    .refine(isSafeUrl, { error: `must be an https URL such as ${usual}` })
    .transform((url) => url.replace(/\/+$/, ''))
    .default(usual);
