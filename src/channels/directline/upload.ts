import { createHash } from 'node:crypto';
import { badArgument } from './errors.js';
import { parseJson } from './json.js';
import { type Activity, ActivityBody, parse } from './parse.js';

const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';
/** Direct Line's own limit, in bytes, for all files of one message together. */
export const LARGEST_UPLOAD = 4 * 1024 * 1024;
/** What an activity may hold beside its files, as for one that is posted. */
const LARGEST_ACTIVITY = 64 * 1024;
const MOST_FILES = 32;

interface UploadHeaders {
  readonly 'content-type'?: string | undefined;
  readonly 'content-disposition'?: string | undefined;
}

interface ReceivedFile {
  readonly contentType: string;
  readonly name: string;
  readonly digest: string;
}

interface Upload {
  readonly activity: Activity;
  /** Of the bytes of its files, which are not kept. */
  readonly digest: string;
}

/**
 * An upload as the activity it stands for: a message with names and types of its files, whose bytes nobody needs. Multipart may hold
 * the activity itself, with a text; a raw file has none.
 */
export async function readUpload(headers: UploadHeaders, userId: string | undefined, body: Buffer): Promise<Upload> {
  const type = headers['content-type'] ?? 'application/octet-stream';
  const { activity, files } = /^multipart\/form-data\b/i.test(type)
    ? await readMultipart(type, body)
    : { activity: undefined, files: body.length === 0 ? [] : [rawFile(type, headers['content-disposition'], body)] };
  if (files.length > MOST_FILES) throw badArgument(`upload: more than ${MOST_FILES} files`);
  if (files.length === 0 && activity === undefined) throw badArgument('upload: there is nothing in it');
  const attachments = files.map(({ contentType, name }) => ({ contentType, name }));
  return {
    activity: parse(ActivityBody, {
      type: 'message',
      ...(userId !== undefined && { from: { id: userId } }),
      ...activity,
      ...(files.length > 0 && { attachments }),
    }),
    digest: files.map(({ digest }) => digest).join(' '),
  };
}

async function readMultipart(type: string, body: Buffer): Promise<{ activity: Activity | undefined; files: readonly ReceivedFile[] }> {
  let form: FormData;
  try {
    form = await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    throw badArgument('upload: not the multipart that its content type says');
  }
  let activity: Activity | undefined;
  const files: ReceivedFile[] = [];
  for (const [name, part] of form) {
    const isText = typeof part === 'string';
    // Clients that give the part no file name have it read as a field.
    if (isText ? name === 'activity' : part.type === ACTIVITY_TYPE) {
      const bytes = isText ? Buffer.from(part) : new Uint8Array(await part.arrayBuffer());
      if (bytes.length > LARGEST_ACTIVITY) throw badArgument('upload.activity: larger than 64 KB');
      activity = parse(ActivityBody, parseJson(bytes, 'upload.activity'));
    } else if (!isText) {
      const digest = digestOf(new Uint8Array(await part.arrayBuffer()));
      files.push({ contentType: part.type || 'application/octet-stream', name: shortName(part.name), digest });
    }
  }
  return { activity, files };
}

const rawFile = (contentType: string, disposition: string | undefined, bytes: Uint8Array): ReceivedFile => ({
  contentType,
  name: shortName(/\bfilename="?([^";]*)/i.exec(disposition ?? '')?.[1] ?? ''),
  digest: digestOf(bytes),
});

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

/** A name as it can be shown; some come as a path, or with what no name holds. */
const shortName = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replace(/\p{Cc}|\p{Cs}/gu, '')
    .slice(0, 256) || 'file';
