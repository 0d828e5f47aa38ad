import Taro from '@tarojs/taro';
import { copyText } from '../elements/clipboard.js';
import { Press, Words } from '../elements/elements.js';

/** What WeChat opens itself; of the rest the address is copied. */
const OPENED = ['docx', 'xlsx', 'pdf'] as const;

async function openFile(url: string, extension: string): Promise<void> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url });
  if (statusCode !== 200) throw new Error(`the hub answered ${statusCode}`);
  const fileType = OPENED.find((kind) => kind === extension);
  if (fileType) await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true });
  else if (/^(png|jpe?g)$/.test(extension)) await Taro.previewImage({ urls: [tempFilePath] });
  else throw new Error('WeChat opens no such file');
}

/** Opens the file in WeChat; where that fails the address is copied for a browser. Cloud functions carry no files: there the name alone is shown. */
export function AttachmentLink({ name, path, label = name }: { name: string; path: string; /** What is read; the name of the file when left out. */ label?: string }) {
  if (process.env.TARO_APP_CLOUD_ENV) return <Words className="row-title is-plain">{label}</Words>;
  const url = `${process.env.TARO_APP_API_BASE}${path}`;
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const press = (): void => {
    void openFile(url, extension)
      .catch(() => copyText(url)) // WeChat says itself that something was copied
      .catch(() => undefined);
  };
  return <Press className="link row-title attachment-open" label={`打开附件 ${name}`} onPress={press}>{label}</Press>;
}
