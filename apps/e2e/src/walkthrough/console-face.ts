import type { BrowserContext, Locator, Page } from 'playwright-core';
import { type Gate, GATE_WORDS } from '@govmedia-hub/contracts';
import { openPage, outFile } from '../browser.js';
import { signInAtConsole } from '../console-visit.js';
import { until } from '../walk.js';
import type { Tour } from './tour.js';

/** Words of a button; the component library may part two characters with a blank. */
const words = (text: string): RegExp => new RegExp(`^${[...text].join('\\s*')}$`);

/** A member of staff at the console, in real Chromium. */
export class ConsoleFace {
  private constructor(readonly who: string, private readonly page: Page, private readonly context: BrowserContext, private readonly url: string, readonly troubles: string[]) {}

  static async signIn({ browser, hub }: Tour, who: string): Promise<ConsoleFace> {
    const { page, context, troubles } = await openPage(browser);
    await signInAtConsole(page, hub, who);
    return new ConsoleFace(who, page, context, hub.url, troubles);
  }

  async openDesk(contentId: string): Promise<void> {
    await this.page.goto(`${this.url}/console/contents/desk/${contentId}`);
    await this.page.getByRole('complementary', { name: '结论' }).waitFor();
  }

  picture = (name: string): Promise<unknown> => this.page.screenshot({ path: outFile(`console-${name}.png`) });

  private async answerDialog(verb: string, reason?: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.waitFor();
    if (reason !== undefined) await dialog.getByRole('textbox').last().fill(reason);
    await dialog.getByRole('button', { name: words(verb) }).click();
    await dialog.waitFor({ state: 'hidden' }).catch(async () => { throw new Error(`“${verb}”没有办成：${(await dialog.innerText()).replace(/\s+/g, ' ').slice(0, 200)}`); });
  }

  /** Settles every open finding as a false alarm with a reason; how many there were. */
  async dismissFindings(reason: string): Promise<number> {
    const cards: Locator = this.page.getByRole('region', { name: '检查结果' }).getByRole('button', { name: words('误报') });
    let done = 0;
    for (let left = await cards.count(); left > 0; left = await cards.count()) {
      await cards.first().click();
      await this.answerDialog('认定误报', reason);
      await until(async () => (await cards.count()) < left, '处理后检查结果没有减少');
      done += 1;
    }
    return done;
  }

  /** Passes a gate under the person's name. */
  async passGate(gate: Gate): Promise<void> {
    const pass = this.page.getByRole('button', { name: `${GATE_WORDS[gate]}通过`, exact: true });
    await pass.click();
    await this.answerDialog('通过', `${GATE_WORDS[gate]}通过。`);
    await pass.waitFor({ state: 'detached' });
  }

  /** Approves the review whose turn it is. */
  async approve(opinion: string): Promise<void> {
    const agree = this.page.getByRole('region', { name: '三审' }).getByRole('button', { name: words('同意') });
    await agree.click();
    await this.answerDialog('同意', opinion);
    await agree.waitFor({ state: 'detached' });
  }

  /** Finds the text of the proofreading whose turn it is free of faults. */
  async proofread(words_: string): Promise<void> {
    const sound = this.page.getByRole('region', { name: '三校' }).getByRole('button', { name: /无误$/ });
    await sound.click();
    await this.answerDialog('无误', words_);
    await sound.waitFor({ state: 'detached' });
  }

  /** What stands in the panel of gates or reviews. */
  async panel(name: '五关' | '三审' | '三校'): Promise<string> { return (await this.page.getByRole('region', { name }).innerText()).replace(/\s+/g, ' '); }

  close = (): Promise<void> => this.context.close();
}
