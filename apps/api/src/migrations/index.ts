import { EventLog1763000000001 } from './1763000000001-event-log.js';
import { Organisations1763000000002 } from './1763000000002-organisations.js';
import { Documents1763000000101 } from './1763000000101-documents.js';
import { Accounts1763000000201 } from './1763000000201-accounts.js';
import { Knowledge1763000000401 } from './1763000000401-knowledge.js';
import { Tickets1763000000402 } from './1763000000402-tickets.js';
import { Inspections1763000000501 } from './1763000000501-inspections.js';
import { Attachments1763000000601 } from './1763000000601-attachments.js';
import { Writing1764000200002 } from './1764000200002-writing.js';
import { Media1764000200001 } from './1764000200001-media.js';
import { DocumentWithdrawals1763000000602 } from './1763000000602-document-withdrawals.js';
import { ReviewProcesses1764001100001 } from './1764001100001-review-processes.js';
import { UnusedUploads1764001100002 } from './1764001100002-unused-uploads.js';
import { RephrasedAnswers1764000900201 } from './1764000900201-rephrased-answers.js';
import { QuestionBacklog1764000900301 } from './1764000900301-question-backlog.js';
import { RequestKeys1764000900101 } from './1764000900101-request-keys.js';
import { FindingPlaces1764000800001 } from './1764000800001-finding-places.js';
import { Contents1763000000301 } from './1763000000301-contents.js';
import { ReviewDesks1764000300001 } from './1764000300001-review-desks.js';
import { OpennessAndPlans1764000300002 } from './1764000300002-openness-and-plans.js';
import { EmergencyReleases1764000300003 } from './1764000300003-emergency-releases.js';
import { Reposts1764000400003 } from './1764000400003-reposts.js';
import { Wechat1764000400002 } from './1764000400002-wechat.js';
import { Channels1764000400001 } from './1764000400001-channels.js';
import { ValidityTasks1764000600101 } from './1764000600101-validity-tasks.js';
import { Ledger1764000600102 } from './1764000600102-ledger.js';
import { DocumentVersions1764000600103 } from './1764000600103-document-versions.js';
import { ImportJobs1764000600104 } from './1764000600104-import-jobs.js';
import { Gazette1764000600105 } from './1764000600105-gazette.js';
import { Disclosure1764001200001 } from './1764001200001-disclosure.js';
import { QuestionReviews1764001200002 } from './1764001200002-question-reviews.js';
import { StepDays1764001200005 } from './1764001200005-step-days.js';
import { Areas1764001300002 } from './1764001300002-areas.js';
import { QuestionTaskCauses1764001300004 } from './1764001300004-question-task-causes.js';
import { Lexicons1764000100001 } from './1764000100001-lexicons.js';

/** In order of their stamp; never edited after they landed. */
export const migrations = [
  EventLog1763000000001,
  Organisations1763000000002,
  Documents1763000000101,
  Accounts1763000000201,
  Contents1763000000301,
  Knowledge1763000000401,
  Tickets1763000000402,
  Inspections1763000000501,
  Attachments1763000000601,
  DocumentWithdrawals1763000000602,
  Lexicons1764000100001,
  Media1764000200001,
  ReviewDesks1764000300001,
  OpennessAndPlans1764000300002,
  EmergencyReleases1764000300003,
  Writing1764000200002,
  Channels1764000400001,
  Wechat1764000400002,
  Reposts1764000400003,
  ValidityTasks1764000600101,
  Ledger1764000600102,
  DocumentVersions1764000600103,
  ImportJobs1764000600104,
  Gazette1764000600105,
  FindingPlaces1764000800001,
  RequestKeys1764000900101,
  RephrasedAnswers1764000900201,
  QuestionBacklog1764000900301,
  ReviewProcesses1764001100001,
  UnusedUploads1764001100002,
  Disclosure1764001200001,
  QuestionReviews1764001200002,
  StepDays1764001200005,
  Areas1764001300002,
  QuestionTaskCauses1764001300004,
];
