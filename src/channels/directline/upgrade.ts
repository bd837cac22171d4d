import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Bot } from '../../bot/bot.js';
import type { ConversationId } from '../../bot/ports.js';
import { bearer, openedConversation, verified } from './access.js';
import type { SourceLinks } from './activities.js';
import { busy, DirectLineError, forbidden, unauthorized } from './errors.js';
import type { OriginPolicy } from './origins.js';
import { parseWatermark } from './parse.js';
import type { Streams } from './streams.js';
import type { Tokens } from './token.js';

interface UpgradeParts {
  readonly bot: Bot;
  readonly tokens: Tokens;
  readonly streams: Streams;
  readonly mayCall: OriginPolicy;
  /** Links for a client that reaches the server at `site`. */
  readonly linksOf: (site: string | undefined) => SourceLinks;
  readonly onError: (error: unknown) => void;
}

interface Admitted {
  readonly conversation: ConversationId;
  readonly after: number;
  readonly linkTo: SourceLinks;
}

const STREAM_PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;

/** Takes the requests for a WebSocket on `…/conversations/{id}/stream?watermark=&t=`. */
export function createUpgrade({ bot, tokens, streams, mayCall, linksOf, onError }: UpgradeParts) {
  // Clients send empty keep-alives only. Deflate costs more memory than these frames are worth.
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 1024 });

  async function admit(request: IncomingMessage, url: URL, encodedId: string): Promise<Admitted> {
    const { origin, host = '' } = request.headers;
    if (origin !== undefined && !mayCall(origin, host)) throw forbidden('Not from this origin');
    const token = url.searchParams.get('t') ?? bearer(request.headers.authorization);
    if (!token) throw unauthorized('Missing token');
    const claims = verified(tokens, token, ['stream', 'access'], origin);
    const after = parseWatermark(url.searchParams.get('watermark') ?? undefined);
    const conversation = await openedConversation(bot, { kind: 'token', claims }, decode(encodedId));
    return { conversation, after, linkTo: linksOf(claims.site) };
  }

  return (request: IncomingMessage, socket: Duplex, head: Buffer): boolean => {
    const target = `http://localhost${request.url ?? ''}`;
    const url = URL.canParse(target) ? new URL(target) : undefined;
    const encodedId = STREAM_PATH.exec(url?.pathname ?? '')?.[1];
    if (!url || encodedId === undefined) return false;
    admit(request, url, encodedId).then(
      ({ conversation, after, linkTo }) =>
        sockets.handleUpgrade(request, socket, head, (opened) => {
          // 1013: try again later.
          if (!streams.open(conversation, after, opened, linkTo)) opened.close(1013);
        }),
      (error) => {
        if (error instanceof DirectLineError) return refuse(socket, error);
        onError(error);
        return refuse(socket, busy());
      },
    );
    return true;
  };
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Answers a request for a WebSocket in plain HTTP, and ends it. */
export function refuse(socket: Duplex, { statusCode, code, message }: DirectLineError): void {
  const body = JSON.stringify({ error: { code, message } });
  socket.end(
    `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
