import { Body, Controller } from '@nestjs/common';
import { endpoints, type ScreenTextView } from '@govmedia-hub/contracts';
import { Handles } from '../../foundation/session/handles.js';
import { ContentScreening } from './content-screening.js';
import { ScreenTextDto } from './contents.dto.js';

/** Everything that answers with a whole item stands one stair up, where the verdicts are (reviews.controller). */
@Controller()
export class ContentsController {
  constructor(private readonly screening: ContentScreening) {}

  @Handles(endpoints.screenText)
  screenText(@Body() body: ScreenTextDto): Promise<ScreenTextView> {
    return this.screening.screenText(body);
  }
}
