import { Controller, Get, Post } from '@nestjs/common';
import { CurrentUser } from '../common/current-user.decorator';
import type { Viewer } from '../common/viewer';
import { page, redirect, success } from '../web/answers';
import { Form } from '../web/form';
import { FormOf } from '../web/form-of.decorator';
import { EditProfileDto } from './dto/edit-profile.dto';
import { UsersService } from './users.service';

/** What one says of oneself. */
@Controller()
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get('edit_profile')
  async editProfile(@CurrentUser() me: Viewer) {
    const { username, aboutMe } = await this.users.get(me.id);
    return page('users/edit-profile', { form: Form.blank(EditProfileDto, { username, about_me: aboutMe }) });
  }

  @Post('edit_profile')
  async saveProfile(@CurrentUser() me: Viewer, @FormOf(EditProfileDto) form: Form<EditProfileDto>) {
    if (!(await form.accepts((dto) => this.users.updateProfile(me.id, dto, me)))) return page('users/edit-profile', { form });
    return redirect('users.editProfile', {}, success('users.flash.saved'));
  }
}
