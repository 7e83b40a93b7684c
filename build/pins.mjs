// The npm packages that build and test: one exact version each, and the hash of what is downloaded. None of them goes
// to readers. For crates Cargo.lock holds both, and cargo itself insists on it with --locked.

import { readFileSync } from 'node:fs';

const read = (path) => readFileSync(path, 'utf8');
const named = JSON.parse(read('package.json'));
const { lockfileVersion, packages } = JSON.parse(read('package-lock.json'));
const wrong = [];

for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']) {
  if (named[kind]) wrong.push(`package.json: ${kind}: everything here is for building and testing, so in devDependencies`);
}
for (const [name, version] of Object.entries(named.devDependencies)) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) wrong.push(`package.json: ${name} is “${version}”, not one version`);
  if (packages[`node_modules/${name}`]?.version !== version) wrong.push(`package-lock.json: ${name} is not ${version}`);
}

if (lockfileVersion < 3) wrong.push(`package-lock.json: version ${lockfileVersion} of the format, not 3`);
for (const [place, { integrity, link, resolved }] of Object.entries(packages)) {
  if (!place) continue; // this package
  if (!/^sha512-[\w+/]{86}==$/.test(integrity)) wrong.push(`package-lock.json: ${place} has no sha512 hash`);
  // With a hash it does not matter where it comes from, but a lock file that names a place binds everybody to it.
  if (link || resolved) wrong.push(`package-lock.json: ${place} comes from ${resolved}, not from whatever registry is at hand`);
}

// Packages can run scripts while they are installed: none may.
if (!/^ignore-scripts=true$/m.test(read('.npmrc'))) wrong.push('.npmrc: ignore-scripts=true is missing');
if (!/npm ci --ignore-scripts/.test(read('build/setup.sh'))) wrong.push('build/setup.sh: does not install with npm ci --ignore-scripts');
// Tools are programs like any other.
for (const [line] of read('build/setup.sh').matchAll(/cargo install .*/g)) {
  if (!/--version (\d|"\$pin")/.test(line)) wrong.push(`build/setup.sh: without a version: ${line}`);
}

for (const line of wrong) console.error(line);
if (wrong.length) process.exitCode = 1;
else console.log(`pins: ${Object.keys(packages).length - 1} npm packages, each of one version with its hash`);
