import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Access } from '@govmedia-hub/contracts';
import { timingSafeEqual } from 'node:crypto';
import { DomainError } from '../errors/domain-error.js';
import { ACCESS, type HubRequest } from './handles.js';
import { CommandLineKey, Sessions } from './sessions.port.js';
import { SESSION_COOKIE } from './session-rules.js';

/** The one guard. A handler that states no access is refused: deny by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly commandLine: CommandLineKey,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) throw new DomainError('access.denied');
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<HubRequest>();
    if (access === 'cloud_function') {
      if (!request.forwarded) throw new DomainError('session.required');
      return true;
    }
    await this.identify(request);
    if (access !== 'signed_in' && !access.some((role) => request.actor!.roles.includes(role))) throw new DomainError('access.denied');
    return true;
  }

  private async identify(request: HubRequest): Promise<void> {
    const key = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (key) {
      // a reverse proxy on this machine brings strangers
      const actor = isLoopback(request.socket.remoteAddress) && request.headers['x-forwarded-for'] === undefined ? await this.commandLine.actorFor(key) : null;
      if (!actor) throw new DomainError('session.required');
      request.actor = actor;
      return;
    }
    const token = request.cookies[SESSION_COOKIE];
    if (!token) throw new DomainError('session.required');
    const session = await this.sessions.find(token);
    if (!session) throw new DomainError('session.expired');
    if (request.method !== 'GET' && !sameText(String(request.headers['x-csrf-token'] ?? ''), session.csrfToken)) throw new DomainError('session.csrf');
    request.actor = session.actor;
    request.csrfToken = session.csrfToken;
  }
}

const isLoopback = (address: string | undefined): boolean => address === undefined || /^(127\.|::1$|::ffff:127\.)/.test(address);

function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
