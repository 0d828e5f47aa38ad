import { Body, Controller, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { endpoints, type AnswerReplayView, type AskView, type IndexCheckView, type SearchView, type SuggestionView } from '@govmedia-hub/contracts';
import { Handles } from '../../foundation/session/handles.js';
import { AskDto, FeedbackDto, SearchDto, SuggestDto } from './knowledge.dto.js';
import { KnowledgeService } from './knowledge.service.js';

@Controller()
export class KnowledgeController {
  constructor(private readonly knowledge: KnowledgeService) {}

  @Handles(endpoints.publicAsk)
  ask(@Body() body: AskDto): Promise<AskView> {
    return this.knowledge.ask(body);
  }

  @Handles(endpoints.publicSearch)
  search(@Query() query: SearchDto): Promise<SearchView> {
    return this.knowledge.search(query);
  }

  @Handles(endpoints.publicSuggest)
  suggest(@Query() query: SuggestDto): Promise<SuggestionView[]> {
    return this.knowledge.suggest(query.q);
  }

  @Handles(endpoints.checkKnowledge)
  check(): Promise<IndexCheckView> {
    return this.knowledge.checkIndex();
  }

  @Handles(endpoints.replayAnswer)
  replay(@Param('id', ParseUUIDPipe) id: string): Promise<AnswerReplayView> {
    return this.knowledge.replay(id);
  }

  @Handles(endpoints.publicFeedback, 204)
  feedback(@Param('id', ParseUUIDPipe) id: string, @Body() body: FeedbackDto): Promise<void> {
    return this.knowledge.feedback(id, body);
  }
}
