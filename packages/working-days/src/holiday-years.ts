/** The arrangement of one year: the days moved away from the plain Monday-to-Friday week. */
export interface HolidayYear {
  year: number;
  /** Grows with every notice that changed the year. */
  version: string;
  source: { docNumber: string; title: string; issuedOn: string }[];
  /** Public holidays with the weekend days inside them, both ends included. */
  off: { name: string; from: string; to: string }[];
  /** 调休: weekend days that are worked. */
  madeUp: { name: string; on: string[] }[];
}

const notice = (year: number): string => `国务院办公厅关于${year}年部分节假日安排的通知`;

/** Facts of the yearly notices of the State Council General Office, as published. */
export const HOLIDAY_YEARS: readonly HolidayYear[] = [
  {
    year: 2019,
    version: '2019.2',
    source: [
      { docNumber: '国办发明电〔2018〕15号', title: notice(2019), issuedOn: '2018-12-01' },
      { docNumber: '国办发明电〔2019〕3号', title: '国务院办公厅关于调整2019年劳动节假期安排的通知', issuedOn: '2019-03-22' },
    ],
    off: [
      { name: '元旦', from: '2018-12-30', to: '2019-01-01' },
      { name: '春节', from: '2019-02-04', to: '2019-02-10' },
      { name: '清明节', from: '2019-04-05', to: '2019-04-07' },
      { name: '劳动节', from: '2019-05-01', to: '2019-05-04' },
      { name: '端午节', from: '2019-06-07', to: '2019-06-09' },
      { name: '中秋节', from: '2019-09-13', to: '2019-09-15' },
      { name: '国庆节', from: '2019-10-01', to: '2019-10-07' },
    ],
    madeUp: [
      { name: '元旦', on: ['2018-12-29'] },
      { name: '春节', on: ['2019-02-02', '2019-02-03'] },
      { name: '劳动节', on: ['2019-04-28', '2019-05-05'] },
      { name: '国庆节', on: ['2019-09-29', '2019-10-12'] },
    ],
  },
  {
    year: 2020,
    version: '2020.2',
    source: [
      { docNumber: '国办发明电〔2019〕16号', title: notice(2020), issuedOn: '2019-11-21' },
      { docNumber: '国办发明电〔2020〕1号', title: '国务院办公厅关于延长2020年春节假期的通知', issuedOn: '2020-01-26' },
    ],
    off: [
      { name: '元旦', from: '2020-01-01', to: '2020-01-01' },
      { name: '春节', from: '2020-01-24', to: '2020-02-02' },
      { name: '清明节', from: '2020-04-04', to: '2020-04-06' },
      { name: '劳动节', from: '2020-05-01', to: '2020-05-05' },
      { name: '端午节', from: '2020-06-25', to: '2020-06-27' },
      { name: '国庆节、中秋节', from: '2020-10-01', to: '2020-10-08' },
    ],
    madeUp: [
      { name: '春节', on: ['2020-01-19'] },
      { name: '劳动节', on: ['2020-04-26', '2020-05-09'] },
      { name: '端午节', on: ['2020-06-28'] },
      { name: '国庆节、中秋节', on: ['2020-09-27', '2020-10-10'] },
    ],
  },
  {
    year: 2021,
    version: '2021.1',
    source: [{ docNumber: '国办发明电〔2020〕27号', title: notice(2021), issuedOn: '2020-11-25' }],
    off: [
      { name: '元旦', from: '2021-01-01', to: '2021-01-03' },
      { name: '春节', from: '2021-02-11', to: '2021-02-17' },
      { name: '清明节', from: '2021-04-03', to: '2021-04-05' },
      { name: '劳动节', from: '2021-05-01', to: '2021-05-05' },
      { name: '端午节', from: '2021-06-12', to: '2021-06-14' },
      { name: '中秋节', from: '2021-09-19', to: '2021-09-21' },
      { name: '国庆节', from: '2021-10-01', to: '2021-10-07' },
    ],
    madeUp: [
      { name: '春节', on: ['2021-02-07', '2021-02-20'] },
      { name: '劳动节', on: ['2021-04-25', '2021-05-08'] },
      { name: '中秋节', on: ['2021-09-18'] },
      { name: '国庆节', on: ['2021-09-26', '2021-10-09'] },
    ],
  },
  {
    year: 2022,
    version: '2022.1',
    source: [{ docNumber: '国办发明电〔2021〕11号', title: notice(2022), issuedOn: '2021-10-25' }],
    off: [
      { name: '元旦', from: '2022-01-01', to: '2022-01-03' },
      { name: '春节', from: '2022-01-31', to: '2022-02-06' },
      { name: '清明节', from: '2022-04-03', to: '2022-04-05' },
      { name: '劳动节', from: '2022-04-30', to: '2022-05-04' },
      { name: '端午节', from: '2022-06-03', to: '2022-06-05' },
      { name: '中秋节', from: '2022-09-10', to: '2022-09-12' },
      { name: '国庆节', from: '2022-10-01', to: '2022-10-07' },
    ],
    madeUp: [
      { name: '春节', on: ['2022-01-29', '2022-01-30'] },
      { name: '清明节', on: ['2022-04-02'] },
      { name: '劳动节', on: ['2022-04-24', '2022-05-07'] },
      { name: '国庆节', on: ['2022-10-08', '2022-10-09'] },
    ],
  },
  {
    year: 2023,
    version: '2023.1',
    source: [{ docNumber: '国办发明电〔2022〕16号', title: notice(2023), issuedOn: '2022-12-08' }],
    off: [
      { name: '元旦', from: '2022-12-31', to: '2023-01-02' },
      { name: '春节', from: '2023-01-21', to: '2023-01-27' },
      { name: '清明节', from: '2023-04-05', to: '2023-04-05' },
      { name: '劳动节', from: '2023-04-29', to: '2023-05-03' },
      { name: '端午节', from: '2023-06-22', to: '2023-06-24' },
      { name: '中秋节、国庆节', from: '2023-09-29', to: '2023-10-06' },
    ],
    madeUp: [
      { name: '春节', on: ['2023-01-28', '2023-01-29'] },
      { name: '劳动节', on: ['2023-04-23', '2023-05-06'] },
      { name: '端午节', on: ['2023-06-25'] },
      { name: '中秋节、国庆节', on: ['2023-10-07', '2023-10-08'] },
    ],
  },
  {
    year: 2024,
    version: '2024.1',
    source: [{ docNumber: '国办发明电〔2023〕7号', title: notice(2024), issuedOn: '2023-10-25' }],
    off: [
      { name: '元旦', from: '2024-01-01', to: '2024-01-01' },
      { name: '春节', from: '2024-02-10', to: '2024-02-17' },
      { name: '清明节', from: '2024-04-04', to: '2024-04-06' },
      { name: '劳动节', from: '2024-05-01', to: '2024-05-05' },
      { name: '端午节', from: '2024-06-10', to: '2024-06-10' },
      { name: '中秋节', from: '2024-09-15', to: '2024-09-17' },
      { name: '国庆节', from: '2024-10-01', to: '2024-10-07' },
    ],
    madeUp: [
      { name: '春节', on: ['2024-02-04', '2024-02-18'] },
      { name: '清明节', on: ['2024-04-07'] },
      { name: '劳动节', on: ['2024-04-28', '2024-05-11'] },
      { name: '中秋节', on: ['2024-09-14'] },
      { name: '国庆节', on: ['2024-09-29', '2024-10-12'] },
    ],
  },
  {
    year: 2025,
    version: '2025.1',
    source: [{ docNumber: '国办发明电〔2024〕12号', title: notice(2025), issuedOn: '2024-11-12' }],
    off: [
      { name: '元旦', from: '2025-01-01', to: '2025-01-01' },
      { name: '春节', from: '2025-01-28', to: '2025-02-04' },
      { name: '清明节', from: '2025-04-04', to: '2025-04-06' },
      { name: '劳动节', from: '2025-05-01', to: '2025-05-05' },
      { name: '端午节', from: '2025-05-31', to: '2025-06-02' },
      { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08' },
    ],
    madeUp: [
      { name: '春节', on: ['2025-01-26', '2025-02-08'] },
      { name: '劳动节', on: ['2025-04-27'] },
      { name: '国庆节、中秋节', on: ['2025-09-28', '2025-10-11'] },
    ],
  },
  {
    year: 2026,
    version: '2026.1',
    source: [{ docNumber: '国办发明电〔2025〕7号', title: notice(2026), issuedOn: '2025-11-04' }],
    off: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
      { name: '春节', from: '2026-02-15', to: '2026-02-23' },
      { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
      { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
      { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
      { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
    ],
    madeUp: [
      { name: '元旦', on: ['2026-01-04'] },
      { name: '春节', on: ['2026-02-14', '2026-02-28'] },
      { name: '劳动节', on: ['2026-05-09'] },
      { name: '国庆节', on: ['2026-09-20', '2026-10-10'] },
    ],
  },
];
