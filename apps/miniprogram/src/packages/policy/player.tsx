import { Video } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { Press } from '../../elements/elements.js';

function Sound({ address, title }: { address: string; title: string }) {
  const [playing, setPlaying] = useState(false);
  const sound = useRef<ReturnType<typeof Taro.createInnerAudioContext> | null>(null);
  useEffect(() => () => sound.current?.destroy(), []);
  const press = (): void => {
    if (!sound.current) {
      sound.current = Taro.createInnerAudioContext();
      sound.current.src = address;
      sound.current.onEnded(() => setPlaying(false));
      sound.current.onError(() => setPlaying(false));
    }
    if (playing) sound.current.pause();
    else sound.current.play();
    setPlaying(!playing);
  };
  return <Press className="button-secondary" label={`${playing ? '暂停' : '播放'}：${title}`} onPress={press}>{playing ? '暂停' : '播放'}</Press>;
}

/** WeChat plays video in its own element and sound without one. */
export function Player({ kind, address, title }: { kind: 'audio' | 'video'; address: string; title: string }) {
  return kind === 'video' ? <Video className="player" src={address} title={title} controls showFullscreenBtn /> : <Sound address={address} title={title} />;
}
