/** What the verbs of the event log mean; a verb that is not listed is shown as it is. */
const WORDS: Record<string, string> = {
  'session.opened': '登录', 'session.closed': '退出登录', 'session.refused': '登录失败', 'session.locked_out': '账户锁定', 'people.password_changed': '修改密码',
  'people.created': '增加人员', 'people.deactivated': '停用人员', 'organisations.created': '增加单位',
  'documents.imported': '导入文件', 'documents.confirmed': '确认文件', 'documents.released': '公开文件', 'documents.withdrawn': '撤下文件', 'documents.area_set': '更正适用地域', 'documents.validity_changed': '效力变化', 'documents.version_recorded': '登记修改后的文本', 'documents.validity_revoked': '更正效力变化', 'contents.reaffirmed': '复核仍适用', 'imports.started': '开始批量导入', 'imports.finished': '批量导入完成', 'imports.failed': '批量导入没有完成', 'gazette.saved': '编辑公报', 'gazette.discarded': '作废公报草稿', 'gazette.signed': '签发公报', 'gazette.text_checked': '校对公报文本', 'gazette.erratum_recorded': '登记公报更正', 'gazette.erratum_confirmed': '确认公报更正', 'gazette.imported': '导入历年公报', 'ledger.entry_decided': '登记台账', 'tasks.opened': '生成复核任务', 'tasks.closed': '办结复核任务',
  'filings.saved': '保存备案', 'filings.submitted': '提交备案', 'filings.approved': '同意备案', 'filings.returned': '退回补正', 'filings.rejected': '不同意备案', 'filings.withdrawn': '撤回备案',
  'accounts.registered': '账号登记', 'accounts.changed': '账号变更', 'accounts.closing': '账号关停', 'accounts.cancelled': '账号注销', 'accounts.posts_recorded': '登记发布', 'accounts.observed': '记录实测或事件', 'accounts.authenticity_checked': '群众核验账号',
  'contents.saved': '保存内容', 'contents.submitted': '送审', 'contents.finding_decided': '处理检查结果', 'contents.gate_closed': '关口结论', 'contents.reviewed': '审核', 'contents.published': '发布', 'contents.withdrawn': '撤回', 'contents.secrecy_stopped': '拦截密级标志', 'media.taken_in': '上传图片、音视频', 'media.unused': '未使用的上传文件停止使用', 'media.used_again': '上传文件恢复使用', 'media.removed': '清除未使用的上传文件', 'writing.draft_started': '开始写草稿', 'writing.draft_dropped': '草稿清除', 'writing.locked': '开始编辑', 'writing.unlocked': '结束编辑', 'writing.lock_taken_over': '接手编辑',
  'review_processes.draft_started': '起草审核流程', 'review_processes.saved': '修改审核流程草稿', 'review_processes.discarded': '放弃审核流程草稿', 'review_processes.made_effective': '审核流程定生效日期', 'review_processes.effect_cancelled': '取消审核流程生效',
  'channels.created': '新建渠道', 'channels.changed': '修改渠道', 'freezes.set': '紧急冻结', 'freezes.lift_asked': '申请解冻', 'freezes.lifted': '解冻',
  'deliveries.queued': '投递', 'deliveries.accepted': '渠道已接收', 'deliveries.live': '已上线', 'deliveries.failed': '投递未成功', 'deliveries.refused': '平台未通过', 'deliveries.unknown': '投递结果不明', 'deliveries.withdrawn': '渠道已撤回', 'deliveries.rescheduled': '改期', 'deliveries.cancelled': '取消投递',
  'deliveries.retried': '重新发送', 'deliveries.decided': '认定投递结果', 'deliveries.withdrawal_asked': '要求撤回', 'deliveries.withdrawal_failed': '撤回未成功', 'deliveries.differs': '线上文本不一致',
  'deliveries.read_back_asked': '要求核对线上文本', 'deliveries.alarm_handled': '处理线上文本不一致', 'contents.correction_drafted': '起草更正', 'reposts.asked': '下达必转任务', 'reposts.receipt_given': '填写转载回执', 'reposts.closed': '结束必转任务', 'reposts.source_added': '登记稿源', 'reposts.source_ended': '停用稿源',
  'tickets.opened': '群众提交咨询', 'tickets.accepted': '受理咨询', 'tickets.transferred': '转办咨询', 'tickets.answered': '答复咨询',
  'inspections.started': '发起检查', 'inspections.verdict_decided': '认定检查结果', 'inspections.closed': '定检查结果', 'proofreader.trained': '学习校对', 'knowledge.feedback_given': '群众评价', 'question_tasks.opened': '生成问答核对任务', 'question_tasks.closed': '办结问答核对任务', 'question_reviews.confirmed': '问答仍然正确', 'disclosure.assigned': '分派公开事项', 'disclosure.ended': '取消公开事项', 'disclosure.recorded': '登记主动公开', 'disclosure.removed': '删除公开登记',
  'backlog.writing': '认领待写问题', 'backlog.dismissed': '待写问题不写', 'backlog.open': '重新打开待写问题',
};

export function verbInWords(verb: string): string {
  return WORDS[verb] ?? verb;
}
