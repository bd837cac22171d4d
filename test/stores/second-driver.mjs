// Opens the store in its first argument and says `opened`, or the code of the refusal. Holds it until it is killed.
import { openStore } from '../../dist/stores/open.js';

await openStore(process.argv[2], { lockTimeout: 50 }).then(
  () => console.log('opened'),
  ({ code }) => console.log(code),
);
