import { Injectable } from '@nestjs/common';

/** Named places between two steps. Does nothing here; the tests of crashes put an end to the process at one of them. */
@Injectable()
export class FaultPoints {
  async reached(_point: string): Promise<void> {}
}
