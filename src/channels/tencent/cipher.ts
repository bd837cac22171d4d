import { createCipheriv, createDecipheriv, hash } from 'node:crypto';
import { err, ok, type Result } from '../../base/result.js';

const BLOCK = 32;
const RANDOM = 16;
const LENGTH = 4;

/** The message encryption of WeChat and WeCom for one receiver. */
export interface Cipher {
  /** The plaintext of a base64 ciphertext; an error says what does not fit, for the log. */
  open(encrypted: string): Result<string, string>;
  /** `random`: 16 bytes that nobody can guess. */
  seal(message: string, random: Buffer): string;
}

/** `encodingKey`: the 43 characters of the console. `receiver`: the app's id or the corporation's, which is part of each message. */
export function createCipher(encodingKey: string, receiver: string): Cipher {
  const key = Buffer.from(`${encodingKey}=`, 'base64');
  if (key.length !== 32) throw new RangeError('an EncodingAESKey has 43 characters of base64');
  const iv = key.subarray(0, 16);

  return {
    open(encrypted) {
      if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encrypted)) return err('the ciphertext is no base64');
      const bytes = Buffer.from(encrypted, 'base64');
      if (bytes.length === 0 || bytes.length % 16 !== 0) return err('the ciphertext is no whole number of blocks');
      const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
      const plain = unpadded(Buffer.concat([decipher.update(bytes), decipher.final()]));
      if (!plain || plain.length < RANDOM + LENGTH) return err('the padding is wrong');
      const end = RANDOM + LENGTH + plain.readUInt32BE(RANDOM);
      if (end > plain.length) return err('the length is wrong');
      if (plain.toString('utf8', end) !== receiver) return err('the message is for another receiver');
      return ok(plain.toString('utf8', RANDOM + LENGTH, end));
    },

    seal(message, random) {
      const text = Buffer.from(message);
      const length = Buffer.alloc(LENGTH);
      length.writeUInt32BE(text.length);
      const plain = Buffer.concat([random.subarray(0, RANDOM), length, text, Buffer.from(receiver)]);
      const padding = BLOCK - (plain.length % BLOCK);
      const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
      return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])), cipher.final()]).toString('base64');
    },
  };
}

/** PKCS#7 to 32 bytes; `undefined` where a byte of the padding differs. */
function unpadded(bytes: Buffer): Buffer | undefined {
  const padding = bytes.at(-1) ?? 0;
  if (padding < 1 || padding > BLOCK || padding > bytes.length) return undefined;
  const end = bytes.length - padding;
  return bytes.subarray(end).every((byte) => byte === padding) ? bytes.subarray(0, end) : undefined;
}

/** Hex SHA-1 of the sorted parts: the token, the time stamp, the nonce, and in safe mode the ciphertext. */
export const signatureOf = (...parts: readonly string[]): string => hash('sha1', [...parts].sort().join(''), 'hex');
