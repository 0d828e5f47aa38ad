import type { Openness, Problem } from './draft.js';
import type { SourceLine } from './source-lines.js';

/** Marks of openness as they stand alone on a line, brackets and spaces apart (党政机关公文格式 GB/T 9704; 政府信息公开条例). */
const MARKS: readonly (readonly [RegExp, Openness])[] = [
  [/^(?:此件|本文件|本件)?(?:属于?)?(?:不予公开|不公开|不宜公开)(?:发布)?$/, 'withheld'],
  [/^(?:此件|本文件|本件)?(?:属于?)?依申请公开(?:发布)?$/, 'on_request'],
  [/^(?:此件|本文件|本件)(?:可以)?(?:公开发布|公开|全文公开|删减后公开|主动公开|属于?主动公开)(?:发布)?$|^主动公开$|^公开发布$/, 'proactive'],
];
const LABEL = /^(?:信息)?(?:公开属性|公开选项|公开方式|公开类别|公开类型|公开形式)[:：]/;

export interface OpennessReading {
  openness: Openness | null;
  mark: string | null;
  /** Index of the lines that are marks. */
  at: Set<number>;
}

/** Reads the mark of openness wherever it stands. Marks that contradict each other leave it undecided. */
export function readOpenness(lines: readonly SourceLine[], problems: Problem[]): OpennessReading {
  const found: { openness: Openness; mark: string; line: number }[] = [];
  const at = new Set<number>();
  lines.forEach((line, index) => {
    if (line.text.length === 0 || line.text.length > 30) return;
    const bare = line.text.replace(/[ （）()[\]【】。]/g, '').replace(LABEL, '');
    for (const [pattern, openness] of MARKS) {
      if (!pattern.test(bare)) continue;
      found.push({ openness, mark: line.text, line: line.number });
      at.add(index);
      return;
    }
  });
  const kinds = new Set(found.map((entry) => entry.openness));
  if (kinds.size > 1) {
    problems.push({ line: found[1]!.line, message: `公开属性标记互相矛盾（${found.map((entry) => entry.mark).join('、')}），请人工确认` });
    return { openness: null, mark: found.map((entry) => entry.mark).join('、'), at };
  }
  const first = found[0];
  if (!first) problems.push({ line: 1, message: '没有找到公开属性标记（如“此件公开发布”），未经确认不对外公开' });
  return { openness: first?.openness ?? null, mark: first?.mark.replace(/^[（(] ?| ?[）)]$/g, '') ?? null, at };
}

/** Reports secrecy markings: such a file must not be in this system at all. */
export function checkSecrecyMarks(lines: readonly SourceLine[], problems: Problem[]): void {
  for (const line of lines) {
    if (/^(?:绝密|机密|秘密)(?: ?[★☆*].{0,12})?$/.test(line.text) || /^(?:密级[:：] ?)(?:绝密|机密|秘密)/.test(line.text)) {
      problems.push({ line: line.number, message: '发现密级标志：本系统为非涉密系统，严禁录入涉密信息，请立即停止导入并报告' });
    } else if (/^[（(]?(?:内部资料|内部文件|内部使用|工作秘密)/.test(line.text) && line.text.length <= 20) {
      problems.push({ line: line.number, message: '发现“内部”标记，请核对能否录入和公开' });
    }
  }
}
