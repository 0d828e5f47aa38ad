import type { Role } from './roles.js';

export const ORGANISATION_KINDS = ['government_office', 'bureau', 'township', 'public_institution'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
export const ORGANISATION_KIND_WORDS: Record<OrganisationKind, string> = {
  government_office: '政府办公室',
  bureau: '市级部门',
  township: '镇、街道',
  public_institution: '事业单位',
};

export interface OrganisationView {
  id: string;
  name: string;
  shortName: string;
  kind: OrganisationKind;
  creditCode: string;
  region: string;
  parentId: string | null;
  duties: string;
  address: string;
  phone: string;
  /** True for the unit that supervises new media in this city (主管单位). */
  supervising: boolean;
  effectiveFrom: string;
  effectiveTo: string | null;
}

export interface CreateOrganisationRequest {
  name: string;
  shortName: string;
  kind: OrganisationKind;
  /** 统一社会信用代码, 18 characters; left out while it is not known. */
  creditCode?: string;
  region: string;
  parentId?: string | null;
  duties?: string;
  address?: string;
  phone?: string;
  supervising?: boolean;
  effectiveFrom: string;
}

export interface PersonView {
  id: string;
  username: string;
  name: string;
  post: string;
  orgId: string;
  orgName: string;
  roles: Role[];
  active: boolean;
}

export interface CreatePersonRequest {
  username: string;
  name: string;
  post: string;
  orgId: string;
  roles: Role[];
  password: string;
}

export interface SignInRequest {
  username: string;
  password: string;
}

export interface SessionView {
  person: PersonView;
  /** Send back as the x-csrf-token header with every request that changes something. */
  csrfToken: string;
  expiresAt: string;
}

export interface ChangePasswordRequest {
  current: string;
  next: string;
}
