import { Module } from '@nestjs/common';
import { InterpretationPlansService } from './interpretation-plans.service.js';

@Module({ providers: [InterpretationPlansService], exports: [InterpretationPlansService] })
export class InterpretationPlansModule {}
