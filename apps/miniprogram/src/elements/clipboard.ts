import Taro from '@tarojs/taro';

/** Copies a text; rejects when the platform does not allow it. */
export async function copyText(text: string): Promise<void> {
  await Taro.setClipboardData({ data: text });
}
