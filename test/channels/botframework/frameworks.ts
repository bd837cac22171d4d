import { Activity } from '@microsoft/agents-activity';
import { BaseAdapter, type ResourceResponse, TurnContext } from '@microsoft/agents-hosting';
import { TestAdapter } from 'botbuilder';
import type { Handler } from '../../../src/channels/botframework/handler.js';

/** What the bot sent, as the framework has it addressed. */
export type Sent = Record<string, unknown>;

/** A bot framework around a handler: an activity in, what was sent for it out. */
export interface Framework {
  receive(activity: object): Promise<readonly Sent[]>;
  /** Makes the next sendings fail. */
  fail(times: number): void;
}

const rethrow = async (_context: unknown, error: Error): Promise<void> => {
  throw error;
};
const plain = (sent: object): Sent => JSON.parse(JSON.stringify(sent));

/** The Agents SDK's contexts over an adapter that keeps what is sent. */
class KeepingAdapter extends BaseAdapter {
  sent: Sent[] = [];
  failures = 0;

  override async sendActivities(_context: TurnContext, activities: Activity[]): Promise<ResourceResponse[]> {
    if (this.failures-- > 0) throw new Error('the channel is away');
    this.sent.push(...activities.map((activity) => ({ ...plain(activity), channelId: activity.channelId })));
    return activities.map(() => ({ id: 'sent' }));
  }
  async receive(activity: object, handler: Handler): Promise<readonly Sent[]> {
    this.sent = [];
    const context = new TurnContext(this, Activity.fromObject(activity));
    await this.runMiddleware(context, async (revocable) => {
      await handler(revocable);
    });
    return [...this.sent, ...context.bufferedReplyActivities.map(plain)];
  }
  override updateActivity = async (): Promise<void> => {};
  override deleteActivity = async (): Promise<void> => {};
  override continueConversation = async (): Promise<void> => {};
  override uploadAttachment = (): never => {
    throw new Error('not used');
  };
  override getAttachmentInfo = this.uploadAttachment;
  override getAttachment = this.uploadAttachment;
}

export const FRAMEWORKS: readonly (readonly [name: string, around: (handler: Handler) => Framework])[] = [
  [
    'the Agents SDK',
    (handler) => {
      const adapter = new KeepingAdapter();
      adapter.onTurnError = rethrow;
      return {
        receive: (activity) => adapter.receive(activity, handler),
        fail: (times) => {
          adapter.failures = times;
        },
      };
    },
  ],
  [
    "botbuilder's TestAdapter",
    (handler) => {
      let failures = 0;
      const adapter = new TestAdapter(async (context) => {
        context.onSendActivities(async (_context, _activities, next) => {
          if (failures-- > 0) throw new Error('the channel is away');
          return next();
        });
        await handler(context);
        if (context.activity.deliveryMode === 'expectReplies') adapter.activeQueue.push(...context.bufferedReplyActivities);
      });
      adapter.onTurnError = rethrow;
      return {
        async receive(activity) {
          adapter.activeQueue.splice(0);
          await adapter.processActivity(structuredClone(activity));
          return adapter.activeQueue.map(plain);
        },
        fail: (times) => {
          failures = times;
        },
      };
    },
  ],
];
