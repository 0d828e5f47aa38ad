import { CITY_WIDE_ROLES, type Role } from '@govmedia-hub/contracts';
import { DomainError } from '../errors/domain-error.js';

/** Who is asking. Everything that changes state takes one and names it in the event log. */
export interface Actor {
  personId: string;
  name: string;
  orgId: string;
  roles: readonly Role[];
  via: 'session' | 'command_line' | 'system';
}

export const hasRole = (actor: Actor, ...roles: Role[]): boolean => roles.some((role) => actor.roles.includes(role));

/** True for supervisors, inspectors, administrators and auditors, who see every organisation. */
export const seesWholeCity = (actor: Actor): boolean => CITY_WIDE_ROLES.some((role) => actor.roles.includes(role));

/** @throws DomainError access.other_organisation unless the actor belongs to the organisation. */
export function requireOwnOrganisation(actor: Actor, orgId: string | null): void {
  if (actor.orgId !== orgId) throw new DomainError('access.other_organisation');
}

/** @throws DomainError access.other_organisation unless the actor belongs to the organisation or watches the whole city. */
export function requireSight(actor: Actor, orgId: string | null): void {
  if (actor.orgId !== orgId && !seesWholeCity(actor)) throw new DomainError('access.other_organisation');
}
