import { Image } from '@tarojs/components';
import Taro from '@tarojs/taro';

/** A tap shows the whole picture, to be read closely. */
export function Picture({ address, alt }: { address: string; alt: string; width: number | null; height: number | null }) {
  return <Image className="picture" src={address} mode="widthFix" lazyLoad {...{ 'aria-role': 'img', 'aria-label': alt }} onClick={() => void Taro.previewImage({ urls: [address] }).catch(() => undefined)} />;
}
