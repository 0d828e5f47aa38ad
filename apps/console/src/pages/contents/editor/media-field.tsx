import { endpoints, LIMITS, type MediaKind, type MediaView } from '@govmedia-hub/contracts';
import { App, Button } from 'antd';
import { useContext, useRef, useState } from 'react';
import { ApiProblem } from '../../../api/api-problem.js';
import { callWithFiles } from '../../../api/call.js';
import { FieldBlockContext } from './field-block-context.js';

const ACCEPTED: Record<MediaKind, string> = { picture: '.png,.jpg,.jpeg', audio: '.mp3,.m4a', video: '.mp4' };
const HINTS: Record<MediaKind, string> = {
  picture: `PNG 或 JPG，不超过 ${LIMITS.pictureBytes / 1048576} MB`, audio: `MP3 或 M4A，不超过 ${LIMITS.recordingBytes / 1048576} MB`, video: `MP4，不超过 ${LIMITS.recordingBytes / 1048576} MB`,
};

/** What was taken out of a file, said once it is in. */
export const removedWords = (media: MediaView): string => (media.removed.length > 0 ? `已上传，并去掉了文件里的${media.removed.join('、')}。` : '已上传。');

/** Takes one picture or recording in. */
export function MediaField({ kind, has, taken }: { kind: MediaKind; has: boolean; taken: (media: MediaView) => void }) {
  const { message } = App.useApp();
  const { readOnly } = useContext(FieldBlockContext);
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const upload = async (file: File): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const [media] = await callWithFiles(endpoints.uploadMedia, {}, [file]);
      if (!media) return;
      if (media.kind !== kind) { setProblem('文件的类型和这一块不符。'); return; }
      taken(media);
      void message.success(removedWords(media));
    } catch (failure) {
      setProblem(failure instanceof ApiProblem ? failure.detail ?? failure.title : '没有传上去，请重试。');
    } finally {
      setBusy(false);
    }
  };
  if (readOnly) return null;
  return (
    <div className="row">
      <input ref={picker} type="file" hidden accept={ACCEPTED[kind]} aria-label="选择文件" onChange={(event) => { const [file] = event.target.files ?? []; event.target.value = ''; if (file) void upload(file); }} />
      <Button size="small" loading={busy} onClick={() => picker.current?.click()}>{has ? '更换文件' : '上传文件'}</Button>
      <span className="hint">{HINTS[kind]}</span>
      {problem && <span className="field-error" role="alert">{problem}</span>}
    </div>
  );
}
