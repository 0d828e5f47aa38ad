import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** sha1 over the sorted parts, as the platform signs (消息推送“签名校验”). */
export const callbackSignature = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');

export function sameSignature(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Opens an encrypted message: AES-256-CBC, PKCS#7 to blocks of 32, 16 random bytes, length, message, appid.
 * @returns null when it was not meant for this appid or was changed
 */
export function openMessage(encrypted: string, aesKey: string, appId: string): string | null {
  try {
    const key = Buffer.from(`${aesKey}=`, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]);
    const pad = padded.at(-1) ?? 0;
    if (pad < 1 || pad > 32 || padded.length < 20 + pad) return null;
    const plain = padded.subarray(0, padded.length - pad);
    const length = plain.readUInt32BE(16);
    if (20 + length > plain.length || plain.subarray(20 + length).toString('utf8') !== appId) return null;
    return plain.subarray(20, 20 + length).toString('utf8');
  } catch {
    return null;
  }
}

/** The value of a simple element, with or without CDATA. */
export const elementOf = (xml: string, name: string): string | null => new RegExp(`<${name}>(?:<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|([^<]*))</${name}>`).exec(xml)?.slice(1).find((value) => value !== undefined) ?? null;
