import { DomainError } from '../../foundation/errors/domain-error.js';
import { hasRole, seesWholeCity, type Actor } from '../../foundation/session/actor.js';

/** Who composes the gazette: supervisors, and the writers of the office that publishes it. */
export const mayCompose = (actor: Actor, officeId: string | null): boolean => hasRole(actor, 'supervisor') || (hasRole(actor, 'operator') && officeId !== null && actor.orgId === officeId);

/** @throws DomainError access.other_organisation */
export function requireComposer(actor: Actor, officeId: string | null): void {
  if (!mayCompose(actor, officeId)) throw new DomainError('access.other_organisation', {}, '公报由主管单位编辑。');
}

/** Issues in work stay inside the office and with those who watch the whole city. */
export const seesDrafts = (actor: Actor, officeId: string | null): boolean => seesWholeCity(actor) || actor.orgId === officeId;
