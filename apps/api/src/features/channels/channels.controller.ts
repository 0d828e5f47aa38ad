import { Body, Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { endpoints, type ChannelView, type FreezeView } from '@govmedia-hub/contracts';
import type { Actor } from '../../foundation/session/actor.js';
import { CurrentActor, Handles } from '../../foundation/session/handles.js';
import { FreezeDto, LiftFreezeDto, SaveChannelDto } from './channels.dto.js';
import { ChannelsService } from './channels.service.js';
import { FreezesService } from './freezes.service.js';

@Controller()
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly freezes: FreezesService,
  ) {}

  @Handles(endpoints.listChannels)
  list(@CurrentActor() actor: Actor): Promise<ChannelView[]> {
    return this.channels.list(actor);
  }

  @Handles(endpoints.createChannel, 201)
  create(@CurrentActor() actor: Actor, @Body() body: SaveChannelDto): Promise<ChannelView> {
    return this.channels.create(actor, body);
  }

  @Handles(endpoints.saveChannel)
  save(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SaveChannelDto): Promise<ChannelView> {
    return this.channels.save(actor, id, body);
  }

  @Handles(endpoints.listFreezes)
  listFreezes(@CurrentActor() actor: Actor): Promise<FreezeView[]> {
    return this.freezes.list(actor);
  }

  @Handles(endpoints.freeze, 201)
  freeze(@CurrentActor() actor: Actor, @Body() body: FreezeDto): Promise<FreezeView> {
    return this.freezes.freeze(actor, body);
  }

  @Handles(endpoints.liftFreeze)
  lift(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: LiftFreezeDto): Promise<FreezeView> {
    return this.freezes.lift(actor, id, body);
  }
}
