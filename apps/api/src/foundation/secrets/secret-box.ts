import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NAME = 'v1';

/** Encrypts credentials at rest: AES-256-GCM under a key drawn from HUB_SECRET, bound to the place where they are kept. */
export class SecretBox {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, 'govmedia-hub', 'credentials', 32));
  }

  /** @param place id of the row; what was moved to another row does not open */
  seal(text: string, place: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return [NAME, iv.toString('base64url'), sealed.toString('base64url'), cipher.getAuthTag().toString('base64url')].join('.');
  }

  /** @throws Error when it was changed, moved, or sealed under another secret */
  open(sealed: string, place: string): string {
    const [name, iv, text, tag] = sealed.split('.');
    if (name !== NAME || !iv || text === undefined || !tag) throw new Error('not a sealed text');
    const cipher = createDecipheriv('aes-256-gcm', this.key, Buffer.from(iv, 'base64url')).setAAD(Buffer.from(place)).setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([cipher.update(Buffer.from(text, 'base64url')), cipher.final()]).toString('utf8');
  }
}
