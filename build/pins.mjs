// The npm packages that build and test: one exact version each, and the hash of what is downloaded. None of them goes
// to readers. For crates Cargo.lock holds both, and cargo itself insists on it with --locked.

import { readFileSync } from 'node:fs';

const read = (path) => readFileSync(path, 'utf8');
const wrong = [];
let count = 0;

/** What one folder installs: the project, and what its bench measures it beside. */
function check(folder) {
  const named = JSON.parse(read(`${folder}package.json`));
  const { lockfileVersion, packages } = JSON.parse(read(`${folder}package-lock.json`));
  const say = (file, what) => wrong.push(`${folder}${file}: ${what}`);
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']) {
    if (named[kind]) say('package.json', `${kind}: everything here is for building and testing, so in devDependencies`);
  }
  for (const [name, version] of Object.entries(named.devDependencies)) {
    if (!/^\d+\.\d+\.\d+$/.test(version)) say('package.json', `${name} is “${version}”, not one version`);
    if (packages[`node_modules/${name}`]?.version !== version) say('package-lock.json', `${name} is not ${version}`);
  }

  if (lockfileVersion < 3) say('package-lock.json', `version ${lockfileVersion} of the format, not 3`);
  for (const [place, { integrity, link, resolved }] of Object.entries(packages)) {
    if (!place) continue; // this package
    count++;
    if (!/^sha512-[\w+/]{86}==$/.test(integrity)) say('package-lock.json', `${place} has no sha512 hash`);
    // With a hash it does not matter where it comes from, but a lock file that names a place binds everybody to it.
    if (link || resolved) say('package-lock.json', `${place} comes from ${resolved}, not from whatever registry is at hand`);
  }
  if (!/^ignore-scripts=true$/m.test(read(`${folder}.npmrc`))) say('.npmrc', 'ignore-scripts=true is missing');
}
check('');
check('bench/');

// Packages can run scripts while they are installed: none may.
for (const [line] of read('build/setup.sh').matchAll(/npm ci .*/g)) {
  if (!/^npm ci (--ignore-scripts|failed)/.test(line)) wrong.push(`build/setup.sh: without --ignore-scripts: ${line}`);
}
// Tools are programs like any other.
for (const [line] of read('build/setup.sh').matchAll(/cargo install .*/g)) {
  if (!/--version (\d|"\$pin")/.test(line)) wrong.push(`build/setup.sh: without a version: ${line}`);
}

for (const line of wrong) console.error(line);
if (wrong.length) process.exitCode = 1;
else console.log(`pins: ${count} npm packages, each of one version with its hash`);
