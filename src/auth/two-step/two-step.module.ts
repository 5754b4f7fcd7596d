import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountModule } from '../account/account.module';
import { IdentityModule } from '../identity.module';
import { BegunSignIn } from './begun-sign-in';
import { RecoveryCode } from './recovery-code.entity';
import { SecondStepApiController } from './second-step.api-controller';
import { SecondStepController } from './second-step.controller';
import { SecondStep } from './second-step.entity';
import { SecondStepService } from './second-step.service';
import { SecondStepsRepository } from './second-steps.repository';
import { SecurityController } from './security.controller';
import { TrustedDevicesApiController } from './trusted-devices.api-controller';
import { TrustedDevicesService } from './trusted-devices.service';

/** A code beside the password: from an app, or written down. */
@Module({
  imports: [IdentityModule, AccountModule, TypeOrmModule.forFeature([SecondStep, RecoveryCode])],
  controllers: [SecondStepController, SecondStepApiController, SecurityController, TrustedDevicesApiController],
  providers: [BegunSignIn, SecondStepService, SecondStepsRepository, TrustedDevicesService],
  exports: [BegunSignIn, SecondStepService, TrustedDevicesService],
})
export class TwoStepModule {}
