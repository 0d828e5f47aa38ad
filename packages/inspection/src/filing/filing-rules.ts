/** What a filing is checked against; a city replaces the version with its own. */
export interface FilingRules {
  id: string;
  version: string;
  source: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  name: {
    minChars: number;
    maxChars: number;
    /** Names of the whole country belong to national bodies. */
    reserved: readonly string[];
    /** Claims that a name must not make by itself. */
    claims: readonly string[];
    /** Names of a single campaign: no account may be opened for one. */
    campaigns: readonly string[];
    /** Names of internal bodies: many places forbid them an account of their own. */
    internalBodies: readonly string[];
    /** Names of units that end like an internal body but are none. */
    properEndings: readonly string[];
  };
  /** Live accounts of one sponsor on one platform. */
  accountsPerPlatform: number;
  /** Levels of sponsor that in principle build no app or mini-program, and the platforms meant. */
  noAppsAt: { levels: readonly string[]; platforms: readonly string[]; source: string };
  /** Working days after opening within which the filing must arrive. */
  fileWithinWorkingDays: number;
}

export const FILING_RULES: FilingRules = {
  id: 'filing-rules',
  version: '1',
  source: '国办发〔2018〕123号；各地备案规定（公开转述整理，未逐条核对原文）',
  effectiveFrom: '2018-12-07',
  effectiveTo: null,
  name: {
    minChars: 2,
    maxChars: 20,
    reserved: ['中国', '中华', '全国', '国家', '国务院', '中央'],
    claims: ['唯一', '权威', '官方', '第一'],
    campaigns: ['活动', '大赛', '投票', '抽奖', '主题月', '宣传周', '创建办'],
    internalBodies: ['科', '股', '室', '组', '处'],
    properEndings: ['办公室', '办事处', '管理处', '妇科', '儿科'],
  },
  accountsPerPlatform: 1,
  noAppsAt: { levels: ['township'], platforms: ['app', 'wechat_mini_program'], source: '国办函〔2026〕12号' },
  fileWithinWorkingDays: 5,
};
