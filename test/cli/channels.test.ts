import { describe, expect, test } from 'vitest';
import { wechatStandIn } from '../channels/wechat/stand-in.js';
import { CHANNELS } from '../../src/channels/list.js';
import { channels } from '../../src/cli/commands/channels.js';
import { collecting } from './program.js';
