import { shownStore } from '../stores/settings.js';
import { type Configuration, channelStates } from './configuration.js';

/** What `zhida serve` would run with, a line each; no secret stands in it. */
export function describeConfiguration(configuration: Configuration): readonly string[] {
  const { server, store, directLine, record, botFramework, isLocal } = configuration;
  const lines: readonly (readonly [string, string])[] = [
    ['address', `${server.host}, port ${server.port}${server.publicUrl === undefined ? '' : `, reached as ${server.publicUrl}`}`],
    ['store', shownStore(store.url)],
    ['kept', store.retentionDays === undefined ? 'until erased' : `${store.retentionDays} days after the last message`],
    ['recording', record.folder === undefined ? 'off' : `to ${record.folder}`],
    ['operator', server.operatorKey === undefined ? 'no routes (ZHIDA_OPERATOR_KEY)' : 'key set'],
    [
      'direct line',
      [
        directLine.isLocalSecret ? 'local secret, for this machine alone' : 'secret set',
        ...(directLine.previousSecret === undefined ? [] : ['previous secret accepted too']),
        ...(directLine.origins.length > 0 ? [`pages of ${directLine.origins.join(', ')}`] : []),
      ].join('; '),
    ],
    ['bot framework', botFramework ? `app ${botFramework.appId}` : isLocal ? 'for programs on this machine' : 'off (MICROSOFT_APP_ID)'],
    ...channelStates(configuration).map(({ id, isConfigured, names }): [string, string] => [
      id,
      isConfigured ? 'configured' : `off (${names.join(', ')})`,
    ]),
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}
