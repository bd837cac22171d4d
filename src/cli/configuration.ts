import { err, ok, type Result } from '../base/result.js';
import { botFrameworkSettings } from '../channels/botframework/settings.js';
import { deskSettings } from '../channels/desk/settings.js';
import { directLineSettings } from '../channels/directline/settings.js';
import { CHANNELS } from '../channels/list.js';
import { channelSettings } from '../channels/settings.js';
import { DEFAULT_HOST, serverSettings } from '../server/settings.js';
import { type Environment, type FileSettings, readSettings } from '../settings/read.js';
import { isShared, storeSettings } from '../stores/settings.js';
import { recordSettings } from '../transcripts/settings.js';
import { readSettingsFile } from '../workspace/settings-file.js';

/** Every setting of `zhida serve`. */
const GROUPS = {
  server: serverSettings,
  store: storeSettings,
  directLine: directLineSettings,
  record: recordSettings,
  botFramework: botFrameworkSettings,
  channels: channelSettings(),
  desk: deskSettings,
};

type Options = NonNullable<ReturnType<typeof readSettings<typeof GROUPS>>['options']>;

/** What `zhida serve` runs with: options by group. */
export type Configuration = Omit<Options, 'directLine'> & {
  readonly directLine: Options['directLine'] & {
    readonly secret: string;
    /** Whether the secret is the one known to everybody, for this machine alone. */
    readonly isLocalSecret: boolean;
  };
  /** Whether only programs on this machine are meant to connect. */
  readonly isLocal: boolean;
};

export interface ChannelState {
  readonly id: string;
  readonly isConfigured: boolean;
  /** The variables that configure it. */
  readonly names: readonly string[];
}

// Where only this machine can connect; the same at every start, so that open pages go on after one.
export const LOCAL_SECRET = 'zhida-on-loopback-only';
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;

const DEFAULT_FILE = 'zhida.config.yaml';

/** Reads environment and file (`ZHIDA_CONFIG`, else `zhida.config.yaml` where there is one); every problem is named at once. */
export function readConfiguration(env: Environment): Result<Configuration, readonly string[]> {
  const file = readFile(env);
  const { options, problems, texts } = readSettings(GROUPS, env, file.ok ? (file.value ?? new Map()) : new Map());
  const exposed = texts.has('DIRECTLINE_SECRET') ? undefined : exposure(texts);
  const together = [exposed, unerasable(texts)].filter((problem) => problem !== undefined);
  const all = [...(file.ok ? [] : file.error), ...problems, ...together];
  if (options === undefined || all.length > 0) return err(all);
  const { secret } = options.directLine;
  const isLocal = exposure(texts) === undefined;
  return ok({
    ...options,
    ...(isLocal && secret === undefined && { server: { ...options.server, perMinute: onlyChosen(options.server.perMinute, texts) } }),
    directLine: { ...options.directLine, secret: secret ?? LOCAL_SECRET, isLocalSecret: secret === undefined },
    isLocal,
  });
}

type PerMinute = Options['server']['perMinute'];

/** On a machine of one's own, whoever tries things out is not slowed down by limits that he did not set. */
const onlyChosen = ({ address, token, conversation }: PerMinute, texts: ReadonlyMap<string, string>): PerMinute => ({
  address: texts.has('ZHIDA_LIMIT_ADDRESS') ? address : undefined,
  token: texts.has('ZHIDA_LIMIT_TOKEN') ? token : undefined,
  conversation: texts.has('ZHIDA_LIMIT_CONVERSATION') ? conversation : undefined,
});

/** Which channels run, and what the others would need. */
export const channelStates = ({ channels }: Configuration): readonly ChannelState[] =>
  CHANNELS.map(({ id, settings: { names } }) => ({ id, names, isConfigured: channels.some((channel) => channel.id === id) }));

/** The texts of settings that are set, whatever is wrong with them. */
export function settingTexts(env: Environment): ReadonlyMap<string, string> {
  const file = readFile(env);
  return readSettings(GROUPS, env, file.ok ? (file.value ?? new Map()) : new Map()).texts;
}

function readFile(env: Environment): Result<FileSettings | undefined, readonly string[]> {
  const named = env['ZHIDA_CONFIG'];
  if (named === undefined || named === '') return readSettingsFile(DEFAULT_FILE);
  const read = readSettingsFile(named);
  return read.ok && read.value === undefined ? err([`ZHIDA_CONFIG names ${named}, which is not there`]) : read;
}

/** Why files of one instance must not be kept beside a store of many. */
const unerasable = (texts: ReadonlyMap<string, string>): string | undefined =>
  texts.has('ZHIDA_RECORD') && isShared(texts.get('ZHIDA_STORE') ?? '')
    ? 'ZHIDA_RECORD writes files that other instances on one PostgreSQL could not erase. Take it out: GET /v1/conversations/ID?as=chat (ZHIDA_OPERATOR_KEY) gives any conversation as a .chat file'
    : undefined;

/** Why a server without a secret of its own must not start, if others can reach it. */
function exposure(texts: ReadonlyMap<string, string>): string | undefined {
  const host = texts.get('HOST')?.trim() ?? DEFAULT_HOST;
  const isLoopback = LOOPBACK.test(host);
  if (isLoopback && !texts.has('ZHIDA_PUBLIC_URL') && (texts.get('ZHIDA_ORIGINS') ?? '').trim() === '') return undefined;
  return `DIRECTLINE_SECRET is missing: ${isLoopback ? 'behind ZHIDA_PUBLIC_URL or ZHIDA_ORIGINS' : `on ${host}`} other machines can connect. Set it (openssl rand -hex 32), or serve on HOST=127.0.0.1 alone to try things out`;
}
