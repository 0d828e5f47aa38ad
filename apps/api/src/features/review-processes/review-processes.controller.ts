import { Body, Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { endpoints, type ReviewProcessComparisonView, type ReviewProcessLineView } from '@govmedia-hub/contracts';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { CancelProcessDto, MakeProcessEffectiveDto, SaveReviewProcessDto, SeenProcessDto, StartReviewProcessDto } from './review-processes.dto.js';
import { ReviewProcessesReader } from './review-processes.reader.js';
import { ReviewProcessesService } from './review-processes.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** Every change answers with all versions of its kind of content. */
@Controller()
export class ReviewProcessesController {
  constructor(private readonly processes: ReviewProcessesService, private readonly reader: ReviewProcessesReader) {}

  @Handles(endpoints.listReviewProcesses)
  list(): Promise<ReviewProcessLineView[]> {
    return this.reader.lines();
  }

  @Handles(endpoints.startReviewProcess, 201)
  async start(@CurrentActor() actor: Actor, @Body() body: StartReviewProcessDto): Promise<ReviewProcessLineView> {
    return this.reader.line(await this.processes.start(actor, body));
  }

  @Handles(endpoints.saveReviewProcess)
  async save(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SaveReviewProcessDto): Promise<ReviewProcessLineView> {
    return this.reader.line(await this.processes.save(actor, id, body));
  }

  @Handles(endpoints.discardReviewProcess)
  async discard(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SeenProcessDto): Promise<ReviewProcessLineView> {
    return this.reader.line(await this.processes.discard(actor, id, body.seenVersion));
  }

  @Handles(endpoints.compareReviewProcess)
  compare(@Id() id: string): Promise<ReviewProcessComparisonView> {
    return this.reader.comparison(id);
  }

  @Handles(endpoints.makeReviewProcessEffective)
  async makeEffective(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: MakeProcessEffectiveDto): Promise<ReviewProcessLineView> {
    return this.reader.line(await this.processes.makeEffective(actor, id, body));
  }

  @Handles(endpoints.cancelReviewProcess)
  async cancel(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: CancelProcessDto): Promise<ReviewProcessLineView> {
    return this.reader.line(await this.processes.cancel(actor, id, body));
  }
}
