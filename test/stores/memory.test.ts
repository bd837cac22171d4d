import { createMemoryStore } from '../../src/stores/memory.js';
import { describeStore } from '../contract/store.js';

describeStore('memory', async () => createMemoryStore());
