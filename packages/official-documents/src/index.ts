export { addDays, addMonths } from './civil-days.js';
export type { DocumentEffect, OfficialDocumentDraft, Openness, Problem, SectionNode } from './draft.js';
export { looksLikeOrganisation, splitAddressees } from './organisations.js';
export { compareVersions, differenceOf, type ComparedSection, type ComparisonRow, type DifferencePiece } from './compare-versions.js';
export { readLaw, type LawRecord } from './read-law.js';
export { readOfficialDocument } from './read-official-document.js';
export { readValidity } from './validity-clauses.js';
export { AREA_REGISTER, type AreaRegister } from './area-register.js';
export { allAreas, areaNamedIn, areaOfCode, areaOfDocument, areaPath, areasAround, describedArea, NATION, type Area, type AreaLevel } from './areas.js';
