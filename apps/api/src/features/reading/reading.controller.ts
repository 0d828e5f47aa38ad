import { Controller, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { endpoints, type CitingPlaceView, type PublicDocumentView } from '@govmedia-hub/contracts';
import { Handles } from '../../foundation/session/handles.js';
import { CitingQueryDto } from './reading.dto.js';
import { ReadingReader } from './reading.reader.js';

@Controller()
export class ReadingController {
  constructor(private readonly reading: ReadingReader) {}

  @Handles(endpoints.publicGetDocument)
  document(@Param('id', ParseUUIDPipe) id: string): Promise<PublicDocumentView> {
    return this.reading.document(id);
  }

  @Handles(endpoints.listCiting)
  citing(@Param('id', ParseUUIDPipe) id: string, @Query() query: CitingQueryDto): Promise<CitingPlaceView[]> {
    return this.reading.citing(id, query.anchor ?? null);
  }
}
