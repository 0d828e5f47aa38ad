import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Words } from '../../elements/elements.js';

/** A tap shows the whole picture, to be read closely. WeChat's image takes no words of its own: they stand below it, for everybody. */
export function Picture({ address, alt }: { address: string; alt: string; width: number | null; height: number | null }) {
  return (
    <View className="picture-frame" onClick={() => void Taro.previewImage({ urls: [address] }).catch(() => undefined)}>
      <Image className="picture" src={address} mode="widthFix" lazyLoad />
      <Words className="caption">图中内容：{alt}</Words>
    </View>
  );
}
