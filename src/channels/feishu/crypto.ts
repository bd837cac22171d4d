import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

const keyOf = (encryptKey: string): Buffer => createHash('sha256').update(encryptKey).digest();

/** The hex SHA-256 over timestamp, nonce, encrypt key and raw body: a plain hash, by Feishu's design. */
export const feishuSignature = (encryptKey: string, timestamp: string, nonce: string, body: Uint8Array): string =>
  createHash('sha256').update(timestamp).update(nonce).update(encryptKey).update(body).digest('hex');

/** AES-256-CBC; the first 16 bytes are the IV. `undefined` where the key or the text is another. */
export function decrypt(encryptKey: string, encrypted: string): Buffer | undefined {
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length < 32 || bytes.length % 16 !== 0) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-cbc', keyOf(encryptKey), bytes.subarray(0, 16));
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** As Feishu encrypts: what a stand-in for it and the handshake's trial send. */
export function encrypt(encryptKey: string, text: string, iv: Buffer): string {
  const cipher = createCipheriv('aes-256-cbc', keyOf(encryptKey), iv);
  return Buffer.concat([iv, cipher.update(text), cipher.final()]).toString('base64');
}
