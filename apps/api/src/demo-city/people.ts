import type { DemoPerson } from './types.js';

/** Invented staff; every name is a surname followed by the part the person plays. */
export const people: DemoPerson[] = [
  { key: 'chen', username: 'chenzhuguan', name: '陈主管', orgKey: 'government-office', post: '政务公开科科长', roles: ['supervisor'] },
  { key: 'xu', username: 'xuzhuguan', name: '许主管', orgKey: 'government-office', post: '政务公开科副科长', roles: ['supervisor'] },
  { key: 'chu', username: 'chujiancha', name: '褚检查', orgKey: 'government-office', post: '政务公开科检查员', roles: ['inspector'] },
  { key: 'shen', username: 'shenjiancha', name: '沈检查', orgKey: 'government-office', post: '督查科检查员', roles: ['inspector'] },
  { key: 'wei', username: 'weiguanli', name: '卫管理', orgKey: 'government-office', post: '信息中心系统管理员', roles: ['administrator'] },
  { key: 'jiang', username: 'jiangshenji', name: '蒋审计', orgKey: 'government-office', post: '信息中心安全审计员', roles: ['auditor'] },

  { key: 'zhou', username: 'zhoucaibian', name: '周采编', orgKey: 'human-resources', post: '办公室科员', roles: ['operator'] },
  { key: 'wu', username: 'wuchushen', name: '吴初审', orgKey: 'human-resources', post: '就业促进科副科长', roles: ['reviewer'] },
  { key: 'zheng', username: 'zhengfushen', name: '郑复审', orgKey: 'human-resources', post: '政策法规科科长', roles: ['reviewer'] },
  { key: 'wang', username: 'wangzhongshen', name: '王终审', orgKey: 'human-resources', post: '分管副局长', roles: ['reviewer'] },
  { key: 'feng', username: 'fengfabu', name: '冯发布', orgKey: 'human-resources', post: '办公室主任', roles: ['publisher'] },

  { key: 'zhu', username: 'zhucaibian', name: '朱采编', orgKey: 'civil-affairs', post: '办公室科员', roles: ['operator'] },
  { key: 'yang', username: 'yangchushen', name: '杨初审', orgKey: 'civil-affairs', post: '社会救助科科长', roles: ['reviewer'] },
  { key: 'he', username: 'hefushen', name: '何复审', orgKey: 'civil-affairs', post: '办公室主任', roles: ['reviewer'] },
  { key: 'lv', username: 'lvzhongshen', name: '吕终审', orgKey: 'civil-affairs', post: '分管副局长', roles: ['reviewer', 'publisher'] },

  { key: 'qin', username: 'qincaibian', name: '秦采编', orgKey: 'medical-insurance', post: '办公室科员', roles: ['operator'] },
  { key: 'you', username: 'youchushen', name: '尤初审', orgKey: 'medical-insurance', post: '待遇保障科科长', roles: ['reviewer'] },
  { key: 'kong', username: 'kongfushen', name: '孔复审', orgKey: 'medical-insurance', post: '办公室主任', roles: ['reviewer'] },
  { key: 'cao', username: 'caozhongshen', name: '曹终审', orgKey: 'medical-insurance', post: '分管副局长', roles: ['reviewer', 'publisher'] },

  { key: 'yan', username: 'yancaibian', name: '严采编', orgKey: 'chengguan', post: '党政办公室干事', roles: ['operator'] },
  { key: 'hua', username: 'huachushen', name: '华初审', orgKey: 'chengguan', post: '便民服务中心主任', roles: ['reviewer'] },
  { key: 'jin', username: 'jinfushen', name: '金复审', orgKey: 'chengguan', post: '党政办公室主任', roles: ['reviewer'] },
  { key: 'tao', username: 'taozhongshen', name: '陶终审', orgKey: 'chengguan', post: '分管副镇长', roles: ['reviewer', 'publisher'] },
];
