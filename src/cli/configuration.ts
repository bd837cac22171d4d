import { z } from 'zod';

/** What `zhida serve` runs with. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly store: string;
  readonly secret: string;
  /** Whether the secret was made up for this machine alone. */
  readonly isLocalSecret: boolean;
  readonly origins: readonly string[];
  readonly publicUrl?: string;
  /** Where conversations are kept as transcripts, if they are. */
  readonly recordFolder?: string;
}

const SHORTEST_SECRET = 16;
// Where only this machine can connect; the same at every start, so that open pages go on after one.
export const LOCAL_SECRET = 'zhida-on-loopback-only';
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;

const NO_PORT = 'must be a number from 0 to 65535';

const environment = z.object({
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, NO_PORT)
    .transform(Number)
    .refine((port) => port <= 65_535, NO_PORT)
    .default(3978),
  ZHIDA_STORE: z.string().trim().min(1).default('sqlite:data/zhida.db'),
  ZHIDA_ORIGINS: z.string().default(''),
  ZHIDA_PUBLIC_URL: z.url({ error: 'must be a URL such as https://bot.example.org' }).optional(),
  ZHIDA_RECORD: z.string().trim().min(1).optional(),
  DIRECTLINE_SECRET: z
    .string()
    .min(SHORTEST_SECRET, `must have at least ${SHORTEST_SECRET} characters; make one with: openssl rand -hex 32`)
    .optional(),
});

/** Reads the configuration; every problem is named at once. */
export function readConfiguration(
  env: Readonly<Record<string, string | undefined>>,
): Configuration | { readonly problems: readonly string[] } {
  const parsed = environment.safeParse(
    Object.fromEntries(Object.keys(environment.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : []))),
  );
  if (!parsed.success) return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
  const { HOST, PORT, ZHIDA_STORE, ZHIDA_ORIGINS, ZHIDA_PUBLIC_URL, ZHIDA_RECORD, DIRECTLINE_SECRET } = parsed.data;
  const isLoopback = LOOPBACK.test(HOST);
  const isLocal = isLoopback && ZHIDA_PUBLIC_URL === undefined && ZHIDA_ORIGINS.trim() === '';
  if (DIRECTLINE_SECRET === undefined && !isLocal) {
    return {
      problems: [
        `DIRECTLINE_SECRET is missing: ${isLoopback ? 'behind ZHIDA_PUBLIC_URL or ZHIDA_ORIGINS' : `on ${HOST}`} other machines can connect. Set it (openssl rand -hex 32), or serve on HOST=127.0.0.1 alone to try things out`,
      ],
    };
  }
  return {
    host: HOST,
    port: PORT,
    store: ZHIDA_STORE,
    secret: DIRECTLINE_SECRET ?? LOCAL_SECRET,
    isLocalSecret: DIRECTLINE_SECRET === undefined,
    origins: ZHIDA_ORIGINS.split(',').flatMap((origin) => origin.trim() || []),
    ...(ZHIDA_PUBLIC_URL !== undefined && { publicUrl: ZHIDA_PUBLIC_URL }),
    ...(ZHIDA_RECORD !== undefined && { recordFolder: ZHIDA_RECORD }),
  };
}
