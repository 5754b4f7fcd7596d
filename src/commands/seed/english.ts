import type { Faker } from '@faker-js/faker';
import type { Voice } from './voice';

const one = (fake: Faker, ...choices: string[]): string => fake.helpers.arrayElement(choices);

export const english: Voice = {
  language: 'en',
  sayings: [
    (fake) =>
      `Just finished “${fake.book.title()}” by ${fake.book.author()}. ${one(fake, 'Still thinking about it.', 'The ending!', 'Took me a month.', 'Again, please.')}`,
    (fake) => `Halfway through “${fake.book.title()}”. No spoilers.`,
    (fake) =>
      `${fake.food.dish()} for dinner. ${one(fake, 'I may have made too much.', 'Nobody complained.', 'The smoke alarm joined us.', 'Recipe on request.')}`,
    (fake) => `Does anybody have a good way to cook ${fake.food.vegetable()}?`,
    (fake) => `Today I learnt that you can put ${fake.food.fruit()} into a salad with ${fake.food.ingredient()}.`,
    (fake) =>
      `On the train to ${fake.location.city()}. ${one(fake, 'On time, for once.', 'Forty minutes late.', 'Window seat!', 'Somebody brought a cat.')}`,
    (fake) => `Three days in ${fake.location.city()} and I already have a favourite bakery.`,
    (fake) => `Moving to ${fake.location.city()} in ${fake.date.month()}. Tips?`,
    (fake) => `“${fake.music.songName()}” has been in my head since ${fake.date.weekday()}.`,
    (fake) => `${fake.music.artist()} live was worth every penny.`,
    (fake) => `Saw a ${fake.animal.bird()} from the kitchen window this morning.`,
    (fake) =>
      `My ${fake.animal.dog()} has eaten ${one(fake, 'the remote', 'a shoe', 'my homework, honestly', 'half a cushion')}. Meet ${fake.animal.petName()}.`,
    (fake) => `Is a ${fake.animal.cat()} a good cat for a small flat?`,
    (fake) => `${fake.person.firstName()}, if you read this: you left your umbrella here.`,
    (fake) => `First day as ${fake.person.jobTitle()}. Wish me luck.`,
    (fake) =>
      `Spent the whole ${fake.date.weekday()} on one bug. It was ${one(fake, 'a missing comma', 'the time zone', 'the cache', 'DNS', 'my own change from last week')}.`,
    (fake) => `${fake.hacker.phrase()}`,
    (fake) => `Can anyone explain to me what “${fake.company.catchPhrase()}” means?`,
    (fake) => `Looking for a used ${fake.vehicle.bicycle()}, anything that rolls.`,
    (fake) =>
      `The neighbours painted their door ${fake.color.human()}. ${one(fake, 'I like it.', 'I need sunglasses.', 'It grows on you.')}`,
    (fake) =>
      `${fake.number.int({ min: 2, max: 42 })} kilometres before breakfast. ${one(fake, 'Legs: gone.', 'Slowly, but still.', 'New record!')}`,
    (fake) => `It has been raining for ${fake.number.int({ min: 2, max: 19 })} days. I am becoming a ${fake.animal.fish()}.`,
    (fake) => `Note to self: ${fake.word.verb()} before you ${fake.word.verb()}.`,
    (fake) => `Word of the day: ${fake.word.adjective()}.`,
    (fake) => `Who else thinks that ${fake.date.month()} is the best month for walking?`,
    (fake) => `The museum in ${fake.location.city()} is free on ${fake.date.weekday()}s. Go!`,
    () => 'Good morning!',
    () => 'Coffee first. Everything else can wait.',
    () => 'I should go to bed.',
    () => 'Back after a long silence. What did I miss?',
  ],
  endings: ['🙂', '☕', '🎉', '🌧️', '🍣', '🤷', '#smallthings', '#reading', 'Good night.', 'Anyone else?', '🚲', '😅'],
  bio: (fake) =>
    `${fake.person.jobTitle()} in ${fake.location.city()}. ${fake.helpers.arrayElements(['Books', 'bread', 'birds', 'bicycles', 'maps', 'chess', 'synthesizers', 'long walks'], 3).join(', ')}.`,
};
