import { Body, Controller, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { endpoints, type ChannelTrialView, type DeliveryView, type Page } from '@govmedia-hub/contracts';
import type { FastifyReply } from 'fastify';
import { fileAnswer } from '../../foundation/http/file-answer.js';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { ChannelTrials } from './channel-trials.service.js';
import { ConfirmRemovalDto, DecideDeliveryDto, DeliverContentDto, DeliveryReasonDto, ListDeliveriesDto, ReportLiveDto, RescheduleDto, SeenDeliveryDto } from './deliveries.dto.js';
import { DeliveriesService } from './deliveries.service.js';
import { LiveCopiesService } from './live-copies.service.js';

@Controller()
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly trials: ChannelTrials,
    private readonly copies: LiveCopiesService,
  ) {}

  @Handles(endpoints.tryChannel)
  tryChannel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ChannelTrialView> {
    return this.trials.try(actor, id);
  }

  @Handles(endpoints.deliverContent, 201)
  queue(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DeliverContentDto): Promise<DeliveryView[]> {
    return this.deliveries.queue(actor, id, body);
  }

  @Handles(endpoints.listDeliveries)
  list(@CurrentActor() actor: Actor, @Query() query: ListDeliveriesDto): Promise<Page<DeliveryView>> {
    return this.deliveries.list(actor, query);
  }

  @Handles(endpoints.getDelivery)
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeliveryView> {
    return this.deliveries.get(actor, id);
  }

  @Handles(endpoints.rescheduleDelivery)
  reschedule(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: RescheduleDto): Promise<DeliveryView> {
    return this.deliveries.reschedule(actor, id, body);
  }

  @Handles(endpoints.cancelDelivery)
  cancel(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DeliveryReasonDto): Promise<DeliveryView> {
    return this.deliveries.cancel(actor, id, body);
  }

  @Handles(endpoints.retryDelivery)
  retry(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SeenDeliveryDto): Promise<DeliveryView> {
    return this.deliveries.retry(actor, id, body.seenVersion);
  }

  @Handles(endpoints.decideDelivery)
  decide(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DecideDeliveryDto): Promise<DeliveryView> {
    return this.deliveries.decide(actor, id, body);
  }

  @Handles(endpoints.withdrawDelivery)
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DeliveryReasonDto): Promise<DeliveryView> {
    return this.deliveries.withdraw(actor, id, body);
  }

  @Handles(endpoints.exportDelivery)
  async package(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return fileAnswer(reply, await this.copies.exportPackage(actor, id));
  }

  @Handles(endpoints.reportLive)
  reportLive(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ReportLiveDto): Promise<DeliveryView> {
    return this.copies.reportLive(actor, id, body);
  }

  @Handles(endpoints.confirmRemoval)
  confirmRemoval(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ConfirmRemovalDto): Promise<DeliveryView> {
    return this.copies.confirmRemoval(actor, id, body);
  }

  @Handles(endpoints.readBackDelivery)
  readBack(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SeenDeliveryDto): Promise<DeliveryView> {
    return this.copies.readBack(actor, id, body.seenVersion);
  }

  @Handles(endpoints.handleAlarm)
  handleAlarm(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DeliveryReasonDto): Promise<DeliveryView> {
    return this.copies.handleAlarm(actor, id, body);
  }
}
