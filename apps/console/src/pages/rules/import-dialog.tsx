import { endpoints, LEXICON_KIND_WORDS, LIMITS, type LexiconDetailView, type LexiconImportMode, type LexiconImportRow, type LexiconImportView } from '@govmedia-hub/contracts';
import { App, Button, Input, Modal, Radio, Table, Upload } from 'antd';
import { useState } from 'react';
import type { ApiProblem } from '../../api/api-problem.js';
import { callForFile } from '../../api/call.js';
import { useFileAct } from '../../api/queries.js';
import { ProblemAlert } from '../../components/ProblemAlert.js';
import './rules.css';
import { saveFile } from './save-file.js';

function Rows({ rows, more, label }: { rows: readonly LexiconImportRow[]; more: number; label: string }) {
  return (
    <>
      <Table<LexiconImportRow>
        aria-label={label} size="small" pagination={false} rowKey={(row) => `${row.line}-${row.column}-${row.message}`} dataSource={[...rows]} scroll={{ y: 260 }}
        columns={[
          { title: '行', dataIndex: 'line', width: 70, align: 'right', render: (line: number) => (line === 0 ? '全表' : line) },
          { title: '栏目', dataIndex: 'column', width: 110, render: (column: string | null) => column ?? '—' },
          { title: '问题和处理办法', dataIndex: 'message' },
        ]}
      />
      {more > 0 && <p className="hint">另有 {more} 处没有列出，请先改正以上各处。</p>}
    </>
  );
}

/** Excel into the draft: template, file, what is wrong line by line, what it changes. */
export function ImportDialog({ lexicon, close, done }: { lexicon: LexiconDetailView; close: () => void; done: (view: LexiconImportView) => void }) {
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<LexiconImportMode>(lexicon.draft || lexicon.inForce ? 'merge' : 'replace');
  const [source, setSource] = useState(lexicon.draft?.source ?? '');
  const [missing, setMissing] = useState<'file' | 'source' | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const act = useFileAct(endpoints.importLexicon, {
    done: (view) => { if (view.draft) { void message.success(`已导入草稿第${view.draft.number}版，共 ${view.draft.entries.toLocaleString('zh-CN')} 条。`); done(view); } },
  });
  const refused = act.data && !act.data.draft ? act.data : null;
  const template = () => callForFile(endpoints.getLexiconTemplate, { query: { kind: lexicon.kind } }).then((blob) => saveFile(blob, `${LEXICON_KIND_WORDS[lexicon.kind]}模板.xlsx`), (failure: ApiProblem) => setProblem(failure));
  const submit = () => {
    if (!file) return setMissing('file');
    if (source.trim() === '') return setMissing('source');
    setProblem(null);
    act.mutate({ input: { params: { id: lexicon.id }, query: { mode, source: source.trim(), ...(lexicon.draft ? { seenVersion: lexicon.draft.version } : {}) } }, files: [file] });
  };
  return (
    <Modal open title={`导入“${lexicon.name}”`} okText={act.isPending ? '正在逐行检查…' : refused ? '重新导入' : '导入为草稿'} cancelText="取消" onCancel={close} confirmLoading={act.isPending} onOk={submit} mask={{ closable: false }} width={760}>
      <ProblemAlert problem={problem ?? act.error} />
      <p className="hint">先下载模板填写，里面有填写说明。一次最多 {LIMITS.lexiconEntries.toLocaleString('zh-CN')} 行，文件不超过 {LIMITS.lexiconFileBytes / 1024 / 1024} MB；有一行不合要求，整个文件都不导入。<button type="button" className="plain-link" onClick={() => void template()}>下载“{LEXICON_KIND_WORDS[lexicon.kind]}”模板</button></p>
      <div className="stack import-part">
        <Upload maxCount={1} accept=".xlsx" showUploadList={false} beforeUpload={(chosen) => { setFile(chosen); setMissing(null); act.reset(); return false; }}><Button>{file ? '换一个文件' : '选择 Excel 文件'}</Button></Upload>
        <span role="status">{file ? file.name : <span className="quiet">还没有选择文件</span>}</span>
        {missing === 'file' && <span className="field-error" role="alert">请选择 .xlsx 文件。</span>}
      </div>
      <fieldset className="import-part"><legend>怎样导入</legend>
        <Radio.Group value={mode} onChange={(event) => setMode(event.target.value as LexiconImportMode)} className="stack">
          <Radio value="merge">并入：保留{lexicon.draft ? '草稿' : '现有版本'}的词条，加上文件里的；相同的词按文件修改</Radio>
          <Radio value="replace">替换：文件就是完整的新版本，文件里没有的词条删去</Radio>
        </Radio.Group>
      </fieldset>
      <label className="stack import-part"><span>本次修改的来源（文号或网址）</span>
        <Input value={source} maxLength={LIMITS.lexiconSourceChars} status={missing === 'source' ? 'error' : ''} onChange={(event) => { setSource(event.target.value); setMissing(null); }} />
        {missing === 'source' && <span className="field-error" role="alert">请写明来源。</span>}
      </label>
      {lexicon.draft && <p className="callout callout-amber">现有草稿第{lexicon.draft.number}版（{lexicon.draft.entries.toLocaleString('zh-CN')} 条）会被这次导入的结果取代。</p>}
      {refused && (
        <div role="alert">
          <p className="callout callout-seal import-part">读了 {refused.rows.toLocaleString('zh-CN')} 行，有 {(refused.problems.length + refused.moreProblems).toLocaleString('zh-CN')} 处问题，没有导入。改好后重新选择文件。</p>
          <Rows rows={refused.problems} more={refused.moreProblems} label="导入问题" />
        </div>
      )}
    </Modal>
  );
}

/** What an import did, and the lines that were known already. */
export function ImportResult({ result, close }: { result: LexiconImportView; close: () => void }) {
  return (
    <div className="callout callout-good import-part" role="status">
      <div className="row-between"><span>已导入 {result.rows.toLocaleString('zh-CN')} 行：与现有版本相比，新增 {result.added} 条，修改 {result.changed} 条，删去 {result.removed} 条，相同 {result.same} 条。</span><button type="button" className="plain-link" onClick={close}>知道了</button></div>
      {result.notices.length > 0 && <details><summary>{(result.notices.length + result.moreNotices).toLocaleString('zh-CN')} 行需要留意</summary><Rows rows={result.notices} more={result.moreNotices} label="导入提示" /></details>}
    </div>
  );
}
