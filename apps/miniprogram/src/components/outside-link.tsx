import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { copyText } from '../elements/clipboard.js';

/** A mini-program opens no outside address: it is copied for a browser. A telephone number is dialled. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  const press = (): void => void (href.startsWith('tel:') ? Taro.makePhoneCall({ phoneNumber: href.slice(4) }) : copyText(href))?.catch(() => undefined);
  return <Text className="link is-inline" onClick={press}>{children}</Text>;
}
