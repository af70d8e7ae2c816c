#!/usr/bin/env bash
# ratios.sh DIST [VISITS]: the flagship's page beside its peers, in one run. Exit 1 where a promise is not held.
set -eu
dist=$(cd "$1" && pwd); visits=${2:-7}; here=$(cd "$(dirname "$0")" && pwd)
export STORY="$here/../../stories/oman-talks"
# Peers are built outside the project, so that nothing of theirs is ever taken for ours.
work=${TMPDIR:-/tmp}/backgrounder-peers
mkdir -p "$work/sites"; cp -r "$here"/. "$work"/; cd "$work"
[ -d node_modules/playwright-core ] || npm ci --silent --no-audit --no-fund --ignore-scripts >/dev/null
node export.mjs data.json >/dev/null
rm -rf sites/ours sites/limit; cp -r "$dist" sites/ours; cp -r "$dist" sites/limit
find sites/ours sites/limit \( -name '*.br' -o -name '*.gz' \) -delete
# The limit is the same page without its scripts.
node -e "const fs=require('fs');const f='sites/limit/index.html';fs.writeFileSync(f,fs.readFileSync(f,'utf8').replace(/<script\b[\s\S]*?<\/script>/g,'').replace(/<link[^>]*rel=\"?(modulepreload|preload)[^>]*>/g,''))"
[ -d isso-dl/isso-0.14.0 ] || { python3 -m pip -q download --no-deps --no-binary isso -d isso-dl isso==0.14.0 >/dev/null 2>&1; tar -xzf isso-dl/isso-0.14.0.tar.gz -C isso-dl; }
[ -d sites/a ] || (cd peer-a && npm ci --silent --no-audit --no-fund >/dev/null && node build.mjs >/dev/null)
[ -d sites/b ] || (cd peer-b && npm ci --silent --no-audit --no-fund >/dev/null && npx vite build >/dev/null 2>&1)
node compress.mjs sites/ours sites/limit sites/a sites/b
node serve.mjs >serve.log 2>&1 & server=$!; trap 'kill $server' EXIT; sleep 2
node measure.mjs "$visits" ours,limit,a,b loads.json 2>/dev/null
node verdict.mjs loads.json
