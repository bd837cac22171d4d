import type { ChannelWording } from './wording.js';

export const en: ChannelWording = {
  next: 'You could ask next (reply with the number):',
  tap: 'You could ask next:',
  choose: '(Reply with the number)',
  open: 'Choose',
  cut: 'This is too long to show here. Please ask something more specific.',
  onlyText: 'I can only read text. Please type your question.',
  notText: '(a picture, a voice message or the like)',
  tooLong: (limit) => `This message is too long. Please keep it within ${limit} characters.`,
  tooMany: (seconds) => `That was too fast, and your last message was not read. Please send it again in ${seconds} seconds.`,
  failed: 'Something went wrong and I could not answer. Please send it again in a while.',
  person: 'Support team',
  nobody: 'No person could be reached for now, so I will go on answering. Ask again in a while if you still need one.',
  handedBack: 'The person has left the conversation. I will answer from here on.',
};
