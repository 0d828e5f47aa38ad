/** Posts that a person can hold. All but the last four are scoped to the person's own organisation. */
export const ROLES = ['operator', 'reviewer', 'publisher', 'supervisor', 'inspector', 'administrator', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_WORDS: Record<Role, string> = {
  operator: '采编人员',
  reviewer: '审核人员',
  publisher: '发布人员',
  supervisor: '主管单位',
  inspector: '检查员',
  administrator: '系统管理员',
  auditor: '安全审计员',
};

/** Roles that see the whole city instead of one organisation. */
export const CITY_WIDE_ROLES: readonly Role[] = ['supervisor', 'inspector', 'administrator', 'auditor'];
