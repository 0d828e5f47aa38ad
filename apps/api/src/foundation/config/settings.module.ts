import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Settings } from './settings.js';

export const SETTINGS = Symbol('settings');

@Global()
@Module({})
export class SettingsModule {
  static with(settings: Settings, clock: Clock): DynamicModule {
    return {
      module: SettingsModule,
      providers: [{ provide: SETTINGS, useValue: settings }, { provide: Clock, useValue: clock }],
      exports: [SETTINGS, Clock],
    };
  }
}
