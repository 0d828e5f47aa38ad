import type { PictureBlock, RecordingBlock } from '@govmedia-hub/contracts';
import { useState } from 'react';
import { Box, Press } from '../../elements/elements.js';
import { mediaAddress } from './media-address.js';
import { OutsideLink } from '../../components/outside-link.js';
import { Picture } from './picture.js';
import { Player } from './player.js';

/** Path of an uploaded picture or recording of the text that is read. */
export type MediaPath = (mediaId: string) => string;

export function PictureOf({ block, mediaPath }: { block: PictureBlock; mediaPath: MediaPath }) {
  const address = mediaAddress(mediaPath(block.mediaId));
  return (
    <Box as="section" className="block-picture">
      {address ? <Picture address={address} alt={block.alt} width={block.media?.width ?? null} height={block.media?.height ?? null} /> : <Box as="p" className="picture-words">图片：{block.alt}</Box>}
      {block.caption ? <Box as="p" className="caption">{block.caption}</Box> : null}
    </Box>
  );
}

/** Sound and film with all that is said in them, to read in their place. */
export function RecordingOf({ block, mediaPath }: { block: RecordingBlock; mediaPath: MediaPath }) {
  const [open, setOpen] = useState(false);
  const address = block.mediaId ? mediaAddress(mediaPath(block.mediaId)) : null;
  return (
    <Box as="section" className="recording" label={`${block.type === 'audio' ? '音频' : '视频'}：${block.title}`}>
      <Box as="h3" className="recording-title">{block.title}</Box>
      {address ? <Player kind={block.type} address={address} title={block.title} /> : null}
      {block.href ? <Box as="p"><OutsideLink href={block.href}>{block.type === 'audio' ? '去收听' : '去观看'}</OutsideLink></Box> : null}
      <Press className="button-secondary" expanded={open} onPress={() => setOpen(!open)}>{open ? '收起文字稿' : '看文字稿'}</Press>
      {open ? <Box as="p" className="transcript">{block.transcript}</Box> : null}
    </Box>
  );
}
