/** How names of public bodies end. */
const ENDING = '(?:政府|办公厅|办公室|委员会|管委会|领导小组|指挥部|办事处|法院|检察院|银行|总队|支队|大队|中心|公司|协会|联合会|总工会|学院|学校|大学|医院|部门|单位|[局厅部委院署办行所站社会团校处队组])';
const NAME = new RegExp(`^[\\u4e00-\\u9fa5（）()·]{2,40}${ENDING}$|^[\\u4e00-\\u9fa5]{2,20}${ENDING}$`);

/** Whether a line of its own looks like the name of a public body. */
export function looksLikeOrganisation(text: string): boolean {
  const name = text.replace(/ /g, '');
  return name.length >= 3 && name.length <= 44 && NAME.test(name) && !/^(?:附件|抄送|关于|第.{1,5}[条章节])/.test(name);
}

/** Names on one line, set apart by blanks or enumeration marks: 云溪市财政局 云溪市教育局. */
export function organisationsIn(text: string): string[] {
  const whole = text.replace(/ /g, '');
  const parts = text.split(/[ 、]+/).filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => part.length >= 4 && looksLikeOrganisation(part))) return parts;
  return looksLikeOrganisation(whole) ? [whole] : [];
}

/** The body a title begins with: 云溪市人民政府办公室关于…的通知. */
export function organisationInTitle(title: string): string | null {
  const lead = /^(.{3,60}?)关于/.exec(title)?.[1];
  return lead && looksLikeOrganisation(lead) ? lead : null;
}

/**
 * Addressees of a 主送机关 line. Groups are set apart by commas; a group is cut at its enumeration marks only when
 * every part is a full name (各市、县人民政府 stays whole).
 */
export function splitAddressees(line: string): string[] {
  const text = line.replace(/ /g, '').replace(/[:：]$/, '');
  return cutOutsideBrackets(text, /[，,；;]/).flatMap((group) => {
    const parts = cutOutsideBrackets(group, /、/);
    return parts.length > 1 && parts.every((part) => part.length >= 3 && looksLikeOrganisation(part) && !/^各.$/.test(part)) ? parts : [group];
  }).filter((name) => name !== '');
}

function cutOutsideBrackets(text: string, mark: RegExp): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const c of text) {
    if (c === '（' || c === '(') depth++;
    if (c === '）' || c === ')') depth--;
    if (depth <= 0 && mark.test(c)) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts;
}
