import type { ContentView } from '@govmedia-hub/contracts';
import { Button, Modal } from 'antd';
import { formatInstant } from '../../../components/dates/civil-date.js';
import { DifferenceText } from '../difference-view.js';
import { joinPieces, piecesOf } from '../text-pieces.js';
import type { EditedContent } from './edited-content.js';
import { toSaveRequest } from './edited-content.js';

const plain = (revision: Parameters<typeof piecesOf>[0]): string => joinPieces(piecesOf(revision)).text;

/** Somebody saved in between: both versions side by side, and the person chooses. */
export function ConflictDialog({ mine, current, busy, onMine, onTheirs, onMerge }: { mine: EditedContent; current: ContentView; busy: boolean; onMine: () => void; onTheirs: () => void; onMerge: () => void }) {
  const request = toSaveRequest(mine);
  const mineText = plain({ title: request.title, blocks: request.blocks, guide: request.guide ?? null });
  const theirText = plain(current.revision);
  return (
    <Modal
      open title="这份内容刚被他人修改" width="min(1180px, 94vw)" closable={false} keyboard={false} mask={{ closable: false }}
      footer={<div className="row-between"><Button onClick={onTheirs}>采用最新版本，放弃我的修改</Button><span className="row"><Button onClick={onMerge}>回到编辑，自己合并</Button><Button type="primary" danger loading={busy} onClick={onMine}>用我的版本覆盖</Button></span></div>}
    >
      <p className="callout callout-amber" style={{ marginBottom: 12 }}>{current.revision.savedByName} 于 {formatInstant(current.revision.savedAt)} 保存了第 {current.revision.number} 版。您的文字已另存，不会丢失。覆盖会改动对方的文字，五关三审将重新开始。</p>
      <div className="conflict">
        <section aria-label="我的版本"><h3>我的版本</h3><div className="conflict-text">{mineText}</div></section>
        <section aria-label="最新版本与我的差别"><h3>最新版本　<span className="small quiet">相对我的版本：<del>对方没有</del> <ins>对方新增</ins></span></h3><div className="conflict-text"><DifferenceText before={mineText} after={theirText} /></div></section>
      </div>
    </Modal>
  );
}
