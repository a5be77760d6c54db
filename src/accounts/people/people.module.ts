// People: exports finding and making them, and who belongs to which merchant.
import { Module } from '@nestjs/common';
import { MembersRepository } from './members.repository.js';
import { PeopleFacade } from './people.facade.js';
import { PeopleRepository } from './people.repository.js';

@Module({ providers: [PeopleRepository, MembersRepository, PeopleFacade], exports: [PeopleFacade] })
export class PeopleModule {}
