import { Controller, Param, ParseUUIDPipe } from '@nestjs/common';
import { endpoints, type PublicDocumentView } from '@govmedia-hub/contracts';
import { Handles } from '../../foundation/session/handles.js';
import { ReadingReader } from './reading.reader.js';

@Controller()
export class ReadingController {
  constructor(private readonly reading: ReadingReader) {}

  @Handles(endpoints.publicGetDocument)
  document(@Param('id', ParseUUIDPipe) id: string): Promise<PublicDocumentView> {
    return this.reading.document(id);
  }
}
